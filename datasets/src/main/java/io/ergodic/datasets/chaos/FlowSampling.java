package io.ergodic.datasets.chaos;

import io.ergodic.datasets.integrate.Solution;
import io.ergodic.datasets.integrate.StochasticRungeKutta;
import io.ergodic.datasets.integrate.SwitchingSolution;
import io.ergodic.datasets.integrate.Tolerance;
import io.ergodic.datasets.integrate.Trajectory;
import io.ergodic.datasets.scale.Moments;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Equally spaced samples of a flow. */
final class FlowSampling {
  /** More is a hopeless case; the stiffest systems known need two thousand. */
  static final double STEPS_PER_PERIOD = 50_000;

  private static final int NOISY_TRANSIENT = 10;

  private FlowSampling() {}

  /**
   * Samples at {@code begin + k * step} for k = 0 to {@code length} - 1: the spacing depends
   * neither on the length nor on the integrator's steps.
   *
   * @return length x dimension, row-major
   */
  static double[] sample(ChaoticFlow flow, double[] start, double begin, double step, int length) {
    return sample(flow, Tolerance.DEFAULT, start, begin, step, length);
  }

  static double[] sample(
      ChaoticFlow flow,
      Tolerance tolerance,
      double[] start,
      double begin,
      double step,
      int length) {
    int n = flow.dimension();
    double[] values = new double[Math.multiplyExact(length, n)];
    Solution solution = solution(flow, tolerance, start);
    for (int k = 0; k < length; k++) {
      solution.at(begin + k * step, values, k * n);
    }
    return values;
  }

  private static Solution solution(ChaoticFlow flow, Tolerance tolerance, double[] start) {
    double stepsPerTime = STEPS_PER_PERIOD / flow.period();
    Optional<SwitchingFlow> jumps = SwitchingFlow.of(flow);
    return jumps.isPresent()
        ? new SwitchingSolution(jumps.get(), tolerance, start, stepsPerTime)
        : new Trajectory(flow, tolerance, start, stepsPerTime);
  }

  /** Deviations over 400 periods, for the size of noise: three digits are enough. */
  static double[] deviations(ChaoticFlow flow) {
    double period = flow.period();
    Tolerance rough = new Tolerance(1e-6, 1e-6);
    double[] run = sample(flow, rough, flow.start(), 100 * period, period / 16, 400 * 16);
    double[] deviations = moments(run, flow.dimension()).scaler().deviation().clone();
    SystemTraits traits = flow.system().traits();
    // A coordinate without end has no deviation of its own: that of an even spread over its repeat.
    traits
        .periodic()
        .forEach((coordinate, length) -> deviations[coordinate] = length / Math.sqrt(12));
    if (traits.nonAutonomous()) {
      deviations[deviations.length - 1] = 0;
    }
    return deviations;
  }

  /** Samples under noise, {@code NOISY_TRANSIENT} periods after the noise sets in. */
  static double[] sample(
      ChaoticFlow flow,
      double[] start,
      double begin,
      double step,
      int length,
      ProcessNoise noise,
      double[] deviations,
      RandomGenerator random) {
    int n = flow.dimension();
    double period = flow.period();
    double[] values = sample(flow, start, begin, step, 1);
    double[] diffusion = new double[n];
    for (int i = 0; i < n; i++) {
      diffusion[i] = noise.diffusion(deviations[i], period);
    }
    StochasticRungeKutta solver = new StochasticRungeKutta(flow, diffusion, noise.step(period));
    solver.start(begin, values);
    values = new double[Math.multiplyExact(length, n)];
    long every = Math.round(step / noise.step(period));
    long from = (long) NOISY_TRANSIENT * noise.stepsPerPeriod();
    long done = 0;
    for (int k = 0; k < length; k++) {
      for (long goal = from + k * every; done < goal; done++) {
        solver.step(random);
      }
      System.arraycopy(solver.state(), 0, values, k * n, n);
    }
    return values;
  }

  static Moments moments(double[] values, int dimension) {
    Moments moments = new Moments(dimension);
    for (int offset = 0; offset < values.length; offset += dimension) {
      moments.add(values, offset);
    }
    return moments;
  }
}
