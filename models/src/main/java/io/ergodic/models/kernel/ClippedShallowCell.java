package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;
import static io.ergodic.models.kernel.PanelLayout.ROWS;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The clipped shallow PLRNN z' = A z + W1 [relu(W2 z + h2) - relu(W2 z)] + h1 with diagonal A (Hess
 * et al. 2023). Canonical order of the weights: A (M), W1 (M x H), W2 (H x M), h1 (M), h2 (H).
 *
 * <p>Nothing of a step is stored but its state: the way back computes the hidden units again, which
 * costs M multiplications a unit and saves the memory traffic of T x H x 16 values.
 */
public final class ClippedShallowCell implements LaneCell {
  private final int states;
  private final int hidden;
  private final int panels;
  private final float[] diagonal;
  private final float[] bias;
  private final float[] threshold;
  private final float[] inward;
  private final float[] outward;
  private final float[] diagonalSums;
  private final float[] biasSums;
  private final float[] thresholdSums;
  private final float[] inwardSums;
  private final float[] outwardSums;
  private final float[] units;
  private final float[] activations;
  private final float[] deltas;

  public ClippedShallowCell(int states, int hidden) {
    this.states = states;
    this.hidden = hidden;
    this.panels = PanelLayout.count(hidden);
    int padded = panels * ROWS;
    diagonal = new float[states];
    bias = new float[states];
    threshold = new float[padded];
    inward = new float[padded * states];
    outward = new float[padded * states];
    diagonalSums = new float[states * COUNT];
    biasSums = new float[states * COUNT];
    thresholdSums = new float[padded * COUNT];
    inwardSums = new float[padded * states * COUNT];
    outwardSums = new float[padded * states * COUNT];
    units = new float[padded * COUNT];
    activations = new float[padded * SLOTS * COUNT];
    deltas = new float[padded * SLOTS * COUNT];
  }

  @Override
  public int states() {
    return states;
  }

  @Override
  public int parameterCount() {
    return 2 * states + 2 * states * hidden + hidden;
  }

  @Override
  public void load(float[] parameters, int offset) {
    int w1 = offset + states;
    int w2 = w1 + states * hidden;
    int h1 = w2 + states * hidden;
    System.arraycopy(parameters, offset, diagonal, 0, states);
    PanelLayout.pack(parameters, w1, hidden, states, 1, hidden, outward);
    PanelLayout.pack(parameters, w2, hidden, states, states, 1, inward);
    System.arraycopy(parameters, h1, bias, 0, states);
    System.arraycopy(parameters, h1 + states, threshold, 0, hidden);
    Arrays.fill(diagonalSums, 0);
    Arrays.fill(biasSums, 0);
    Arrays.fill(thresholdSums, 0);
    Arrays.fill(inwardSums, 0);
    Arrays.fill(outwardSums, 0);
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    int w1 = offset + states;
    int w2 = w1 + states * hidden;
    int h1 = w2 + states * hidden;
    for (int m = 0; m < states; m++) {
      gradient[offset + m] += Lanes.sum(diagonalSums, m * COUNT);
      gradient[h1 + m] += Lanes.sum(biasSums, m * COUNT);
    }
    PanelLayout.unpackSums(outwardSums, hidden, states, 1, hidden, gradient, w1);
    PanelLayout.unpackSums(inwardSums, hidden, states, states, 1, gradient, w2);
    for (int i = 0; i < hidden; i++) {
      gradient[h1 + states + i] += Lanes.sum(thresholdSums, i * COUNT);
    }
  }

  @Override
  public void forwardStep(float[] state, int from, float[] next, int to) {
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      for (int m = 0; m < states; m++) {
        int o = m * COUNT + lane;
        FloatVector z = FloatVector.fromArray(SPECIES, state, from + o);
        FloatVector h = FloatVector.broadcast(SPECIES, bias[m]);
        z.lanewise(VectorOperators.FMA, diagonal[m], h).intoArray(next, to + o);
      }
      int panel = ROWS * COUNT;
      Panels.multiply(inward, panels, states, state, from + lane, units, lane, panel);
      HiddenUnits.activate(units, lane, threshold);
      Panels.addTransposed(outward, panels, states, units, lane, panel, next, to + lane);
    }
  }

  @Override
  public void backwardStep(
      float[] state, int from, float[] outer, int at, float[] inner, int slot) {
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      for (int m = 0; m < states; m++) {
        int o = m * COUNT + lane;
        FloatVector.fromArray(SPECIES, outer, at + o).mul(diagonal[m]).intoArray(inner, o);
      }
      int kept = slot * ROWS * COUNT + lane;
      int panel = SLOTS * ROWS * COUNT;
      Panels.multiply(inward, panels, states, state, from + lane, activations, kept, panel);
      Panels.multiply(outward, panels, states, outer, at + lane, deltas, kept, panel);
      HiddenUnits.differentiate(activations, deltas, kept, panel, threshold, thresholdSums, lane);
      Panels.addTransposed(inward, panels, states, deltas, kept, panel, inner, lane);
    }
  }

  @Override
  public void accumulate(float[] state, int from, float[] outer, int at, int slots) {
    int stride = states * COUNT;
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      for (int panel = 0; panel < panels; panel++) {
        int kept = panel * SLOTS * ROWS * COUNT;
        int sums = panel * states * ROWS * COUNT;
        Panels.accumulate(deltas, kept, state, from, stride, slots, states, inwardSums, sums, lane);
        Panels.accumulate(
            activations, kept, outer, at, stride, slots, states, outwardSums, sums, lane);
      }
      DiagonalSums.add(state, from, outer, at, states, slots, diagonalSums, biasSums, lane);
    }
  }
}
