package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Loss and gradient of a cell run over sixteen sequences by multiple shooting (Bock and Plitt 1984;
 * Voss, Timmer and Kurths 2004): a sequence is cut into segments, each begins with the state that
 * its first row tells of, and the gap between the end of a segment and the start of the next is
 * part of the loss. The starts are trained as far as the observation's weights reach them: all of a
 * state through a pseudo-inverse, the unobserved variables through the expansion L. No gradient
 * passes from one segment into the one before but by the gap.
 */
public final class MultipleShooting {
  private final LaneCell cell;
  private final LaneObservation observation;
  private final int steps;
  private final int interval;
  private final float continuity;
  private final float[] states;
  private final float[] outer;
  private final float[] pull;
  private final float[] inner;
  private final float[] loss = new float[COUNT];

  /**
   * @param steps of a sequence, which has one row more
   * @param interval steps of a segment
   * @param continuity weight of the squared gaps beside the squared errors
   */
  public MultipleShooting(
      LaneCell cell, LaneObservation observation, int steps, int interval, double continuity) {
    this.cell = cell;
    this.observation = observation;
    this.steps = steps;
    this.interval = interval;
    this.continuity = (float) continuity;
    int size = cell.states() * COUNT;
    this.states = new float[(steps + 1) * size];
    this.outer = new float[steps * size];
    this.pull = new float[(steps / interval + 1) * size];
    this.inner = new float[size];
  }

  /**
   * Runs forward and, when asked, backward; gradients gather in cell and observation.
   *
   * @param x the sequences, (steps + 1) x N x 16
   * @param signal what the starts are made of, laid out alike; may be {@code x}
   * @param scale 2 / (N x number of sequences x steps) for lanes that count, 0 for others
   * @return the sum over the first {@code count} lanes of squared errors and weighted squared gaps
   */
  public double run(float[] x, float[] signal, float[] scale, int count, boolean backward) {
    int size = cell.states() * COUNT;
    Arrays.fill(loss, 0);
    observation.prepare(signal, steps + 1);
    observation.initialise(signal, 0, states, 0);
    for (int t = 0; t < steps; t++) {
      cell.forwardStep(states, t * size, states, (t + 1) * size);
      observation.compare(x, t + 1, states, (t + 1) * size, outer, t * size, scale, loss);
      if (startsAt(t + 1)) {
        restart(signal, t + 1, scale);
      }
    }
    if (backward) {
      backward(signal);
    }
    double sum = 0;
    for (int lane = 0; lane < count; lane++) {
      sum += loss[lane];
    }
    return sum;
  }

  private boolean startsAt(int row) {
    return row % interval == 0 && row < steps;
  }

  /** Puts the start of the next segment in place of the end of the last, and counts the gap. */
  private void restart(float[] signal, int row, float[] scale) {
    int size = cell.states() * COUNT;
    int at = row * size;
    int kept = row / interval * size;
    System.arraycopy(states, at, inner, 0, size);
    observation.initialise(signal, row, states, at);
    for (int o = 0; o < size; o += WIDTH) {
      int lane = o % COUNT;
      FloatVector start = FloatVector.fromArray(SPECIES, states, at + o);
      FloatVector gap = FloatVector.fromArray(SPECIES, inner, o).sub(start);
      FloatVector pulled = gap.mul(FloatVector.fromArray(SPECIES, scale, lane)).mul(continuity);
      pulled.intoArray(pull, kept + o);
      int end = (row - 1) * size + o;
      FloatVector.fromArray(SPECIES, outer, end).add(pulled).intoArray(outer, end);
      FloatVector sum = FloatVector.fromArray(SPECIES, loss, lane);
      sum.add(gap.mul(gap).mul(continuity)).intoArray(loss, lane);
    }
  }

  private void backward(float[] signal) {
    int size = cell.states() * COUNT;
    for (int end = steps; end > 0; end -= LaneCell.SLOTS) {
      int first = Math.max(0, end - LaneCell.SLOTS);
      for (int t = end - 1; t >= first; t--) {
        if (startsAt(t + 1)) {
          combine(pull, (t + 1) / interval * size, true);
          observation.initialGradient(signal, t + 1, inner);
        } else if (t < steps - 1) {
          combine(outer, t * size, false);
        }
        cell.backwardStep(states, t * size, outer, t * size, inner, t - first);
      }
      cell.accumulate(states, first * size, outer, first * size, end - first);
    }
    observation.initialGradient(signal, 0, inner);
  }

  /** Takes {@code values} off the inner gradient, or adds the inner gradient to them. */
  private void combine(float[] values, int at, boolean off) {
    for (int i = 0; i < inner.length; i += WIDTH) {
      FloatVector value = FloatVector.fromArray(SPECIES, values, at + i);
      FloatVector gradient = FloatVector.fromArray(SPECIES, inner, i);
      if (off) {
        gradient.sub(value).intoArray(inner, i);
      } else {
        value.add(gradient).intoArray(values, at + i);
      }
    }
  }
}
