package io.ergodic.jobs.train.round;

import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.StatePolicy;
import java.util.ArrayList;
import java.util.List;

/** Makes the mean of one round, on the driver or, for large vectors, in slices on the executors. */
final class Reduction {
  private final AveragingSettings settings;
  private final int parameterCount;
  private final List<float[]> states;
  private final boolean averaged;
  private List<Outcome> outcomes = List.of();
  private float[] mean;
  private float[] state;
  private long received;

  /**
   * @param states as the round began with
   */
  Reduction(AveragingSettings settings, int parameterCount, List<float[]> states) {
    this.settings = settings;
    this.parameterCount = parameterCount;
    this.states = states;
    this.averaged = settings.statePolicy() == StatePolicy.AVERAGE;
  }

  /** Runs the job. Spark gives the outcomes in the order of the workers, whatever ends first. */
  void collect(RoundTasks tasks) {
    long values = (long) parameterCount + states.get(0).length;
    if (values > settings.slicedAbove()) {
      mean = new float[parameterCount];
      state = averaged ? new float[states.get(0).length] : null;
      outcomes = new Slices(settings.slice(), averaged).reduce(tasks.toJava(), mean, state);
    } else {
      outcomes = tasks.outcomes();
    }
    received = outcomes.size() * bytes();
  }

  private long bytes() {
    boolean stateToo = settings.statePolicy() != StatePolicy.RESET;
    return Float.BYTES * (parameterCount + (stateToo ? (long) states.get(0).length : 0));
  }

  List<Outcome.Report> reports() {
    return outcomes.stream().map(Outcome::report).toList();
  }

  long received() {
    return received;
  }

  RoundResult result() {
    if (mean == null) {
      WeightedSum parameters = new WeightedSum(parameterCount);
      WeightedSum optimiser = new WeightedSum(averaged ? states.get(0).length : 0);
      for (Outcome outcome : outcomes) {
        parameters.add(outcome.parameters(), outcome.report().examples());
        if (averaged) {
          optimiser.add(outcome.state(), outcome.report().examples());
        }
      }
      mean = parameters.mean();
      state = averaged ? optimiser.mean() : null;
    }
    return new RoundResult(mean, nextStates(), losses(), examples(), devices(), null);
  }

  private List<float[]> nextStates() {
    return switch (settings.statePolicy()) {
      case AVERAGE -> List.of(state);
      case RESET -> states;
      case LOCAL -> {
        List<float[]> next = new ArrayList<>(states);
        outcomes.forEach(outcome -> next.set(outcome.report().worker(), outcome.state()));
        yield next;
      }
    };
  }

  private double[] losses() {
    return reports().stream()
        .flatMapToDouble(report -> java.util.Arrays.stream(report.losses()))
        .toArray();
  }

  private List<String> devices() {
    return reports().stream()
        .map(report -> report.device().describe())
        .distinct()
        .sorted()
        .toList();
  }

  private long examples() {
    return reports().stream().mapToLong(Outcome.Report::examples).sum();
  }
}
