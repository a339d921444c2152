package io.ergodic.datasets.integrate;

import java.util.Arrays;

/**
 * The solution of a switching field by events. Steps and events are chosen by the tolerance alone;
 * a state between two of them is integrated from the beginning of its step, with the field that is
 * in force there.
 */
public final class SwitchingSolution implements Solution {
  private final Switching field;
  private final SwitchingTrajectory trajectory;
  private final DormandPrince[] readers;
  private final double stepsPerTime;
  private final double[] begun;
  private double from;
  private int motion;
  private long steps;

  /**
   * The solution with {@code start} at time 0, given up when more than {@code stepsPerTime} steps
   * are needed for a unit of time on the average since time -1.
   */
  public SwitchingSolution(
      Switching field, Tolerance tolerance, double[] start, double stepsPerTime) {
    this.field = field;
    this.trajectory = new SwitchingTrajectory(field, tolerance, 0);
    this.readers = SwitchingTrajectory.solvers(field, new SlidingField(field), tolerance, 0);
    this.stepsPerTime = stepsPerTime;
    this.begun = Arrays.copyOf(start, trajectory.size());
    trajectory.start(begun);
  }

  @Override
  public void at(double time, double[] target, int offset) {
    while (trajectory.time() < time) {
      from = trajectory.time();
      motion = trajectory.motion();
      System.arraycopy(trajectory.state(), 0, begun, 0, begun.length);
      trajectory.step(Double.POSITIVE_INFINITY);
      if (++steps > stepsPerTime * (1 + trajectory.time())) {
        throw new IntegrationException(
            Trajectory.tooManySteps(stepsPerTime), field, trajectory.time(), trajectory.state());
      }
    }
    if (time < from) {
      throw new IllegalArgumentException("time " + time + " lies before the step from " + from);
    }
    double[] state = trajectory.state();
    if (time < trajectory.time()) {
      DormandPrince reader = readers[motion];
      reader.start(from, begun);
      reader.advance(time);
      state = reader.state();
    }
    System.arraycopy(state, 0, target, offset, field.dimension());
  }
}
