package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;

import java.util.Arrays;

/**
 * Loss and gradient of a cell run over sixteen sequences with generalised teacher forcing (Hess et
 * al. 2023): z(t+1) = F(z~(t)) is compared with x(t+1), then z~(t+1) = (1 - alpha) z(t+1) + alpha
 * z^(t+1). A forcing strength of its own for every row makes sparse teacher forcing (alpha 1 every
 * tau rows, else 0) the same computation. Allocates nothing between calls.
 */
public final class TeacherForcing {
  private final LaneCell cell;
  private final LaneObservation observation;
  private final int steps;
  private final int settling;
  private final float[] states;
  private final float[] outer;
  private final float[] inner;
  private final float[] loss = new float[COUNT];
  private final float[] uncounted = new float[COUNT];
  private final float[] nothing = new float[COUNT];

  /** For sequences of {@code steps} + 1 rows. */
  public TeacherForcing(LaneCell cell, LaneObservation observation, int steps) {
    this(cell, observation, steps, 0);
  }

  /**
   * @param settling first steps whose errors do not count, while the state still has the noise of
   *     the row it began with
   */
  public TeacherForcing(LaneCell cell, LaneObservation observation, int steps, int settling) {
    this.settling = settling;
    this.cell = cell;
    this.observation = observation;
    this.steps = steps;
    int size = cell.states() * COUNT;
    this.states = new float[(steps + 1) * size];
    this.outer = new float[steps * size];
    this.inner = new float[size];
  }

  /**
   * Runs forward and, when asked, backward; gradients gather in cell and observation.
   *
   * @param x the sequences, (steps + 1) x N x 16
   * @param alpha forcing strength of every row, steps + 1 values, the first unused
   * @param scale 2 / (N x number of sequences x steps that count) for lanes that count, 0 for
   *     others
   * @return the sum of squared errors of the first {@code count} lanes
   */
  public double run(float[] x, float[] alpha, float[] scale, int count, boolean backward) {
    return run(x, x, alpha, scale, count, backward);
  }

  /**
   * The same with a start and a forcing signal of their own, such as the sequences with noise.
   *
   * @param signal in place of {@code x} for all but the comparison, laid out alike
   */
  public double run(
      float[] x, float[] signal, float[] alpha, float[] scale, int count, boolean backward) {
    int size = cell.states() * COUNT;
    Arrays.fill(loss, 0);
    observation.prepare(signal, steps + 1);
    observation.initialise(signal, 0, states, 0);
    for (int t = 0; t < steps; t++) {
      cell.forwardStep(states, t * size, states, (t + 1) * size);
      boolean counts = t >= settling;
      observation.compare(
          x,
          t + 1,
          states,
          (t + 1) * size,
          outer,
          t * size,
          counts ? scale : nothing,
          counts ? loss : uncounted);
      if (alpha[t + 1] != 0) {
        observation.force(t + 1, alpha[t + 1], states, (t + 1) * size);
      }
    }
    if (backward) {
      backward(signal, alpha);
    }
    double sum = 0;
    for (int lane = 0; lane < count; lane++) {
      sum += loss[lane];
    }
    return sum;
  }

  private void backward(float[] signal, float[] alpha) {
    int size = cell.states() * COUNT;
    for (int end = steps; end > 0; end -= LaneCell.SLOTS) {
      int start = Math.max(0, end - LaneCell.SLOTS);
      for (int t = end - 1; t >= start; t--) {
        if (t < steps - 1) {
          if (alpha[t + 1] != 0) {
            observation.release(alpha[t + 1], inner);
          }
          Lanes.add(inner, 0, outer, t * size, inner.length);
        }
        cell.backwardStep(states, t * size, outer, t * size, inner, t - start);
      }
      cell.accumulate(states, start * size, outer, start * size, end - start);
    }
    observation.initialGradient(signal, 0, inner);
  }
}
