package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;
import static io.ergodic.models.kernel.PanelLayout.ROWS;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The recurrent map z' = A z + W phi(z) + h with diagonal A and full W. Canonical order of the
 * weights: A (M), W (M x M, row-major), h (M), those of phi. Where units have no weights on
 * themselves, the diagonal of W is left out: M x (M - 1).
 */
public final class FullCell implements LaneCell {
  private final int states;
  private final boolean onThemselves;
  private final LaneActivation activation;
  private final int panels;
  private final float[] diagonal;
  private final float[] bias;
  private final float[] rows;
  private final float[] columns;
  private final float[] diagonalSums;
  private final float[] biasSums;
  private final float[] weightSums;
  private final float[] rectified;
  private final float[] outers;
  private final float[] product;
  private final float[] weights;

  /**
   * @param states M
   * @param onThemselves whether W has a diagonal
   */
  public FullCell(int states, boolean onThemselves, LaneActivation activation) {
    this.states = states;
    this.onThemselves = onThemselves;
    this.activation = activation;
    this.panels = PanelLayout.count(states);
    int padded = panels * ROWS;
    diagonal = new float[states];
    bias = new float[states];
    rows = new float[padded * states];
    columns = new float[padded * states];
    diagonalSums = new float[states * COUNT];
    biasSums = new float[states * COUNT];
    weightSums = new float[padded * states * COUNT];
    rectified = new float[SLOTS * states * COUNT];
    outers = new float[SLOTS * padded * COUNT];
    product = new float[padded * COUNT];
    weights = new float[states * states];
  }

  @Override
  public int states() {
    return states;
  }

  @Override
  public int parameterCount() {
    return states + weightCount() + states + activation.parameterCount();
  }

  private int weightCount() {
    return onThemselves ? states * states : states * (states - 1);
  }

  @Override
  public void load(float[] parameters, int offset) {
    System.arraycopy(parameters, offset, diagonal, 0, states);
    int at = offset + states;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = counts(i) ? parameters[at++] : 0;
    }
    PanelLayout.pack(weights, 0, states, states, states, 1, rows);
    PanelLayout.pack(weights, 0, states, states, 1, states, columns);
    System.arraycopy(parameters, at, bias, 0, states);
    activation.load(parameters, at + states);
    Arrays.fill(diagonalSums, 0);
    Arrays.fill(biasSums, 0);
    Arrays.fill(weightSums, 0);
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    int h = offset + states + weightCount();
    for (int m = 0; m < states; m++) {
      gradient[offset + m] += Lanes.sum(diagonalSums, m * COUNT);
      gradient[h + m] += Lanes.sum(biasSums, m * COUNT);
    }
    Arrays.fill(weights, 0);
    PanelLayout.unpackSums(weightSums, states, states, states, 1, weights, 0);
    int at = offset + states;
    for (int i = 0; i < weights.length; i++) {
      if (counts(i)) {
        gradient[at++] += weights[i];
      }
    }
    activation.gradient(gradient, h + states);
  }

  /** Whether an entry of W is a weight: entries of the diagonal are M + 1 apart. */
  private boolean counts(int entry) {
    return onThemselves || entry % (states + 1) != 0;
  }

  @Override
  public void forwardStep(float[] state, int from, float[] next, int to) {
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      activation.forward(state, from, rectified, 0, lane);
      Panels.multiply(rows, panels, states, rectified, lane, product, lane, ROWS * COUNT);
      for (int m = 0; m < states; m++) {
        int o = m * COUNT + lane;
        FloatVector z = FloatVector.fromArray(SPECIES, state, from + o);
        FloatVector sum = FloatVector.fromArray(SPECIES, product, o).add(bias[m]);
        z.lanewise(VectorOperators.FMA, diagonal[m], sum).intoArray(next, to + o);
      }
    }
  }

  @Override
  public void backwardStep(
      float[] state, int from, float[] outer, int at, float[] inner, int slot) {
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      activation.forward(state, from, rectified, slot * states * COUNT, lane);
      Panels.multiply(columns, panels, states, outer, at + lane, product, lane, ROWS * COUNT);
      activation.backward(state, from, product, lane);
      for (int m = 0; m < states; m++) {
        int o = m * COUNT + lane;
        FloatVector g = FloatVector.fromArray(SPECIES, outer, at + o);
        int kept = ((m / ROWS * SLOTS + slot) * ROWS + m % ROWS) * COUNT + lane;
        g.intoArray(outers, kept);
        FloatVector back = FloatVector.fromArray(SPECIES, product, o);
        g.lanewise(VectorOperators.FMA, diagonal[m], back).intoArray(inner, o);
      }
    }
  }

  @Override
  public void accumulate(float[] state, int from, float[] outer, int at, int slots) {
    int stride = states * COUNT;
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      for (int panel = 0; panel < panels; panel++) {
        int kept = panel * SLOTS * ROWS * COUNT;
        int sums = panel * states * ROWS * COUNT;
        Panels.accumulate(
            outers, kept, rectified, 0, stride, slots, states, weightSums, sums, lane);
      }
      DiagonalSums.add(state, from, outer, at, states, slots, diagonalSums, biasSums, lane);
    }
  }
}
