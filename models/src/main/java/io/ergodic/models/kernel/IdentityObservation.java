package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The first N of M state variables are the observation. Forcing acts on them alone; the others
 * start as L x with a trained L ((M - N) x N, row-major: the only weights), or from zero.
 */
public final class IdentityObservation implements LaneObservation {
  private final int states;
  private final int observed;
  private final int expanded;
  private final float[] expansion;
  private final float[] sums;
  private float[] signal;

  public IdentityObservation(int states, int observed) {
    this(states, observed, true);
  }

  /**
   * @param expansion whether states that are not observed start as L x, not from zero
   */
  public IdentityObservation(int states, int observed, boolean expansion) {
    this.states = states;
    this.observed = observed;
    this.expanded = expansion ? states : observed;
    this.expansion = new float[parameterCount()];
    this.sums = new float[parameterCount() * COUNT];
  }

  @Override
  public int parameterCount() {
    return (expanded - observed) * observed;
  }

  @Override
  public void load(float[] parameters, int offset) {
    System.arraycopy(parameters, offset, expansion, 0, expansion.length);
    Arrays.fill(sums, 0);
  }

  @Override
  public void prepare(float[] x, int rows) {
    signal = x;
  }

  @Override
  public void initialise(float[] x, int row, float[] state, int to) {
    int from = row * observed * COUNT;
    System.arraycopy(x, from, state, to, observed * COUNT);
    Arrays.fill(state, to + expanded * COUNT, to + states * COUNT, 0);
    for (int m = observed; m < expanded; m++) {
      for (int lane = 0; lane < COUNT; lane++) {
        float sum = 0;
        for (int n = 0; n < observed; n++) {
          sum = Math.fma(expansion[(m - observed) * observed + n], x[from + n * COUNT + lane], sum);
        }
        state[to + m * COUNT + lane] = sum;
      }
    }
  }

  @Override
  public void compare(
      float[] x,
      int row,
      float[] state,
      int from,
      float[] outer,
      int at,
      float[] scale,
      float[] loss) {
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      FloatVector s = FloatVector.fromArray(SPECIES, scale, lane);
      FloatVector sum = FloatVector.fromArray(SPECIES, loss, lane);
      for (int n = 0; n < observed; n++) {
        int o = n * COUNT + lane;
        FloatVector z = FloatVector.fromArray(SPECIES, state, from + o);
        FloatVector e = z.sub(FloatVector.fromArray(SPECIES, x, row * observed * COUNT + o));
        e.mul(s).intoArray(outer, at + o);
        sum = e.lanewise(VectorOperators.FMA, e, sum);
      }
      sum.intoArray(loss, lane);
    }
    Arrays.fill(outer, at + observed * COUNT, at + states * COUNT, 0);
  }

  @Override
  public void force(int row, float alpha, float[] state, int from) {
    Lanes.force(alpha, signal, row * observed * COUNT, state, from, observed);
  }

  @Override
  public void release(float alpha, float[] inner) {
    Lanes.release(alpha, inner, observed);
  }

  @Override
  public void initialGradient(float[] x, int row, float[] inner) {
    int from = row * observed * COUNT;
    for (int m = observed; m < expanded; m++) {
      for (int n = 0; n < observed; n++) {
        int at = ((m - observed) * observed + n) * COUNT;
        for (int lane = 0; lane < COUNT; lane++) {
          sums[at + lane] =
              Math.fma(inner[m * COUNT + lane], x[from + n * COUNT + lane], sums[at + lane]);
        }
      }
    }
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    for (int i = 0; i < parameterCount(); i++) {
      gradient[offset + i] += Lanes.sum(sums, i * COUNT);
    }
  }
}
