package io.ergodic.datasets.integrate;

import io.ergodic.datasets.kernel.FifthOrderLanes;
import io.ergodic.datasets.kernel.LaneField;
import io.ergodic.datasets.kernel.LaneOperations;
import java.util.List;

/**
 * Equally spaced samples of many solutions of one field, a vector lane each. Every lane steps at
 * its own pace and, when its solution is done, takes the next one. A solution has the bits that
 * {@link Trajectory} gives it, whatever its company.
 */
public final class TrajectoryBatch {
  private static final int MOST_VALUES = 128;
  private static final int IDLE = -1;

  private final Problem problem;
  private final Outcome[] outcomes;
  private final int n;
  private final int lanes;
  private final double[] parameters;
  private final FifthOrderLanes kernel;
  private final QuinticHermite between = new QuinticHermite();
  private final int[] task;
  private final double[] time;
  private final double[] proposal;
  private final double[] previousTime;
  private final double[] error;
  private final double[] size;
  private final double[] factor;
  private final double[] nextSample;
  private final boolean[] rejected;
  private final long[] steps;
  private final int[] read;
  private double[] acceleration;
  private double[] otherAcceleration;
  private boolean accelerated;
  private int waiting;
  private int active;

  /**
   * What to solve.
   *
   * @param fields the equations of every solution, for messages and first derivatives
   * @param parameters of every solution, as the lane field takes them
   * @param starts the state of every solution at time 0
   * @param begins the time of its first sample
   * @param step between samples
   * @param length how many samples
   * @param stepsPerTime where to give a solution up, as for {@link Trajectory}
   */
  public record Problem(
      List<? extends VectorField> fields,
      double[][] parameters,
      double[][] starts,
      double[] begins,
      double step,
      int length,
      Tolerance tolerance,
      double stepsPerTime) {}

  /**
   * What became of a solution.
   *
   * @param values length x dimension, row-major; null where it failed
   * @param failure why it ended before; null where it did not
   */
  public record Outcome(double[] values, IntegrationException failure) {}

  private TrajectoryBatch(LaneField laneField, Problem problem) {
    this.problem = problem;
    this.outcomes = new Outcome[problem.starts().length];
    n = problem.fields().get(0).dimension();
    lanes = lanes(n, outcomes.length);
    parameters = new double[problem.parameters()[0].length * lanes];
    kernel = new FifthOrderLanes(laneField, parameters, n, lanes);
    task = new int[lanes];
    time = new double[lanes];
    proposal = new double[lanes];
    previousTime = new double[lanes];
    error = new double[lanes];
    size = new double[lanes];
    factor = new double[lanes];
    nextSample = new double[lanes];
    rejected = new boolean[lanes];
    steps = new long[lanes];
    read = new int[lanes];
    acceleration = new double[n * lanes];
    otherAcceleration = new double[n * lanes];
  }

  /**
   * Solves a problem of at least one solution.
   *
   * @param laneField the equations for many states and parameters
   */
  public static Outcome[] solve(LaneField laneField, Problem problem) {
    TrajectoryBatch batch = new TrajectoryBatch(laneField, problem);
    batch.run();
    return batch.outcomes;
  }

  /** As many lanes as fit the first-level cache, and no more than there are solutions. */
  private static int lanes(int n, int solutions) {
    int width = LaneOperations.WIDTH;
    int most = Math.max(1, Math.min(4, MOST_VALUES / (n * width)));
    int wanted = (solutions + width - 1) / width;
    return width * Math.min(most, wanted);
  }

  private void run() {
    for (int lane = 0; lane < lanes; lane++) {
      refill(lane);
    }
    while (active > 0) {
      kernel.attempt(proposal);
      double absolute = problem.tolerance().absolute();
      kernel.measure(absolute, problem.tolerance().relative(), error, size);
      for (int lane = 0; lane < lanes; lane++) {
        factor[lane] = DormandPrince.factor(error[lane]);
      }
      kernel.swap();
      boolean sampling = false;
      for (int lane = 0; lane < lanes; lane++) {
        sampling |= task[lane] != IDLE && judge(lane);
      }
      if (sampling) {
        accelerate();
        for (int lane = 0; lane < lanes; lane++) {
          if (task[lane] != IDLE && nextSample[lane] <= time[lane]) {
            sample(lane);
          }
        }
      } else {
        accelerated = false;
      }
    }
  }

  /** Accepts or rejects the lane's step; whether there are samples in it. */
  private boolean judge(int lane) {
    double h = proposal[lane];
    if (!(error[lane] <= 1)) {
      copy(kernel.other(), kernel.state(), lane);
      copy(kernel.otherDerivative(), kernel.derivative(), lane);
      rejected[lane] = true;
      proposal[lane] = h * factor[lane];
      if (DormandPrince.underflows(proposal[lane], time[lane])) {
        fail(lane, "step size underflow");
      }
      return false;
    }
    previousTime[lane] = time[lane];
    time[lane] += h;
    proposal[lane] = h * (rejected[lane] ? Math.min(1, factor[lane]) : factor[lane]);
    rejected[lane] = false;
    if (DormandPrince.diverged(size[lane])) {
      fail(lane, "divergence");
      return false;
    }
    if (++steps[lane] > problem.stepsPerTime() * (1 + time[lane])) {
      fail(lane, Trajectory.tooManySteps(problem.stepsPerTime()));
      return false;
    }
    return nextSample[lane] <= time[lane];
  }

  /** Accelerations at both ends of the steps; the last steps' ends are these steps' beginnings. */
  private void accelerate() {
    double[] swap = acceleration;
    acceleration = otherAcceleration;
    otherAcceleration = swap;
    if (!accelerated) {
      kernel.acceleration(kernel.other(), kernel.otherDerivative(), otherAcceleration);
    }
    kernel.acceleration(kernel.state(), kernel.derivative(), acceleration);
    accelerated = true;
  }

  /** Writes the samples that lie in the lane's last step, and goes on to the next solution. */
  private void sample(int lane) {
    double now = time[lane];
    double begin = previousTime[lane];
    double[] values = outcomes[task[lane]].values();
    while (nextSample[lane] <= now) {
      int offset = read[lane] * n;
      if (nextSample[lane] == now) {
        for (int v = 0; v < n; v++) {
          values[offset + v] = kernel.state()[v * lanes + lane];
        }
      } else {
        between.choose(now - begin, (nextSample[lane] - begin) / (now - begin));
        interpolate(lane, values, offset);
      }
      if (++read[lane] == problem.length()) {
        active--;
        refill(lane);
        return;
      }
      nextSample[lane] = sampleTime(lane);
    }
  }

  private void interpolate(int lane, double[] values, int offset) {
    double[] left = kernel.other();
    double[] leftVelocity = kernel.otherDerivative();
    double[] leftAcceleration = otherAcceleration;
    double[] right = kernel.state();
    double[] rightVelocity = kernel.derivative();
    double[] rightAcceleration = acceleration;
    for (int v = 0, i = lane; v < n; v++, i += lanes) {
      values[offset + v] =
          between.value(
              left[i],
              leftVelocity[i],
              leftAcceleration[i],
              right[i],
              rightVelocity[i],
              rightAcceleration[i]);
    }
  }

  private double sampleTime(int lane) {
    return problem.begins()[task[lane]] + read[lane] * problem.step();
  }

  private void refill(int lane) {
    if (waiting == outcomes.length) {
      task[lane] = IDLE;
      proposal[lane] = 0;
      return;
    }
    task[lane] = waiting++;
    active++;
    double[] start = problem.starts()[task[lane]];
    double[] derivative = new double[n];
    problem.fields().get(task[lane]).derivative(start, derivative);
    double[] own = problem.parameters()[task[lane]];
    for (int i = 0; i < own.length; i++) {
      parameters[i * lanes + lane] = own[i];
    }
    for (int v = 0; v < n; v++) {
      kernel.state()[v * lanes + lane] = start[v];
      kernel.derivative()[v * lanes + lane] = derivative[v];
    }
    time[lane] = 0;
    proposal[lane] = DormandPrince.guess(start, derivative, problem.tolerance());
    rejected[lane] = false;
    steps[lane] = 0;
    read[lane] = 0;
    nextSample[lane] = sampleTime(lane);
    accelerated = false;
    outcomes[task[lane]] = new Outcome(new double[problem.length() * n], null);
    sample(lane);
  }

  private void fail(int lane, String reason) {
    double[] state = new double[n];
    for (int v = 0; v < n; v++) {
      state[v] = kernel.state()[v * lanes + lane];
    }
    IntegrationException failure =
        new IntegrationException(reason, problem.fields().get(task[lane]), time[lane], state);
    outcomes[task[lane]] = new Outcome(null, failure);
    active--;
    refill(lane);
  }

  private void copy(double[] from, double[] to, int lane) {
    for (int i = lane; i < to.length; i += lanes) {
      to[i] = from[i];
    }
  }
}
