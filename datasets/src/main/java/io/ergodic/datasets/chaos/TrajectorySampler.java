package io.ergodic.datasets.chaos;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.integrate.IntegrationException;
import io.ergodic.datasets.integrate.TrajectoryBatch.Outcome;
import io.ergodic.datasets.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Samples trajectories, each from its own state on the attractor. */
final class TrajectorySampler {
  private final FlowSettings settings;
  private final long seed;
  private double[] measuredAt;
  private double[] deviations;

  TrajectorySampler(FlowSettings settings, long seed) {
    this.settings = settings;
    this.seed = seed;
  }

  /**
   * A trajectory to be sampled.
   *
   * @param parameters its own
   * @param number in its split
   */
  record Member(double[] parameters, Split split, int number) {}

  /** How many trajectories to sample at a time. */
  int batch() {
    return sideBySide() ? FlowBatch.size(settings.system().dimension(), settings.length()) : 1;
  }

  private boolean sideBySide() {
    return settings.system() instanceof ChaoticFlow && settings.processNoise().isEmpty();
  }

  /**
   * The trajectories of members: the catalogue's start, moved by 1 % and integrated past the
   * transient and a random part of a period more. The company a member is in changes no bit of it.
   */
  Outcome[] sample(List<Member> members) {
    Outcome[] outcomes = new Outcome[members.size()];
    if (sideBySide() && outcomes.length > 1) {
      List<ChaoticFlow> flows = new ArrayList<>();
      double[][] starts = new double[outcomes.length][];
      double[] begins = new double[outcomes.length];
      for (int i = 0; i < outcomes.length; i++) {
        Member member = members.get(i);
        ChaoticFlow flow = (ChaoticFlow) settings.system().withParameters(member.parameters());
        RandomGenerator random = random(member);
        flows.add(flow);
        starts[i] = start(flow, random);
        begins[i] = begin(flow, random);
      }
      return FlowBatch.sample(flows, starts, begins, settings.step(), settings.length());
    }
    for (int i = 0; i < outcomes.length; i++) {
      try {
        outcomes[i] = new Outcome(sample(members.get(i)), null);
      } catch (IntegrationException ended) {
        outcomes[i] = new Outcome(null, ended);
      }
    }
    return outcomes;
  }

  private double[] sample(Member member) {
    SampledSystem system = settings.system().withParameters(member.parameters());
    RandomGenerator random = random(member);
    double[] start = start(system, random);
    double begin = begin(system, random);
    if (settings.processNoise().isPresent() && system instanceof StochasticSystem driven) {
      return driven.sample(
          start,
          begin,
          settings.step(),
          settings.length(),
          settings.processNoise().get(),
          deviations(driven, member.parameters()),
          RandomStreams.stream(seed, "process noise", member.split().label(), member.number()));
    }
    return system.sample(start, begin, settings.step(), settings.length());
  }

  private RandomGenerator random(Member member) {
    return RandomStreams.stream(seed, "initial condition", member.split().label(), member.number());
  }

  private static double[] start(SampledSystem system, RandomGenerator random) {
    double[] start = system.start();
    int n = start.length;
    double size = 0;
    for (double value : start) {
      size += value * value;
    }
    size = Math.sqrt(size / n);
    for (int i = 0; i < n; i++) {
      start[i] += 0.01 * size * random.nextGaussian();
    }
    return start;
  }

  private double begin(SampledSystem system, RandomGenerator random) {
    return (settings.transientPeriods() + random.nextDouble()) * system.period();
  }

  private double[] deviations(StochasticSystem system, double[] parameters) {
    if (!Arrays.equals(parameters, measuredAt)) {
      deviations = system.deviations();
      measuredAt = parameters.clone();
    }
    return deviations;
  }
}
