package io.ergodic.jobs.train.round;

import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.StatePolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the mean of one round, on the driver or, for large vectors, in slices on the executors. */
final class Reduction {
  /** Values of a piece the driver sums at a time: they and their sums stay in its caches. */
  private static final int PIECE = 1 << 15;

  private final AveragingSettings settings;
  private final boolean averaged;
  private final boolean sliced;
  private final List<float[]> states;
  private final float[] mean;
  private final float[] state;
  private List<Outcome> outcomes = List.of();

  /**
   * @param states as the round began with
   */
  Reduction(AveragingSettings settings, int parameterCount, List<float[]> states) {
    this.settings = settings;
    this.states = states;
    this.averaged = settings.statePolicy() == StatePolicy.AVERAGE;
    this.sliced = (long) parameterCount + states.get(0).length > settings.slicedAbove();
    this.mean = new float[parameterCount];
    this.state = new float[averaged ? states.get(0).length : 0];
  }

  /** Values of a slice; 0 when the vectors are averaged on the driver. */
  int slice() {
    return sliced ? settings.slice() : 0;
  }

  /** Does the workers' part of something again, for instance of those in the list, in its order. */
  @FunctionalInterface
  interface Workers {
    List<Outcome> run(List<Integer> workers) throws IOException;
  }

  /** Averages in slices. */
  @FunctionalInterface
  interface Slices {
    List<SliceSum.Sum> run(List<SliceSum> slices) throws IOException;
  }

  void reports(List<Outcome> given) {
    outcomes = new ArrayList<>(given);
  }

  List<Outcome.Report> reports() {
    return outcomes.stream().map(Outcome::report).toList();
  }

  long received() {
    boolean stateToo = settings.statePolicy() != StatePolicy.RESET;
    long values = mean.length + (stateToo ? (long) states.get(0).length : 0);
    return Float.BYTES * values * outcomes.size();
  }

  /**
   * Averages what the outcomes have or hold.
   *
   * @param again for workers whose executor was lost with what it held
   */
  void average(Slices slices, Workers again) throws IOException {
    if (!sliced) {
      average(mean, 0);
      average(state, 1);
      return;
    }
    List<Cut> open = Cut.all(settings.slice(), mean.length, state.length);
    while (!open.isEmpty()) {
      List<SliceSum.Part> parts =
          outcomes.stream()
              .map(o -> new SliceSum.Part(o.holding(), o.report().examples()))
              .toList();
      List<SliceSum.Sum> sums =
          slices.run(open.stream().map(cut -> new SliceSum(cut, parts)).toList());
      open = place(open, sums);
      List<Integer> lost =
          sums.stream().map(SliceSum.Sum::missing).filter(w -> w >= 0).distinct().toList();
      if (!lost.isEmpty()) {
        again.run(lost).forEach(this::replace);
      }
    }
  }

  /** Puts the slices into their places, and returns the cuts that have none yet. */
  private List<Cut> place(List<Cut> cuts, List<SliceSum.Sum> sums) {
    List<Cut> open = new ArrayList<>();
    for (int k = 0; k < cuts.size(); k++) {
      Cut cut = cuts.get(k);
      float[] slice = sums.get(k).mean();
      if (slice == null) {
        open.add(cut);
      } else {
        System.arraycopy(slice, 0, cut.vector() == 0 ? mean : state, cut.from(), cut.length());
      }
    }
    return open;
  }

  private void replace(Outcome made) {
    outcomes.replaceAll(old -> old.report().worker() == made.report().worker() ? made : old);
  }

  private void average(float[] target, int vector) {
    int pieces = (target.length + PIECE - 1) / PIECE;
    IntStream.range(0, pieces)
        .parallel()
        .forEach(
            piece -> {
              int from = piece * PIECE;
              WeightedSum sum = new WeightedSum(Math.min(PIECE, target.length - from));
              for (Outcome outcome : outcomes) {
                float[] values = vector == 0 ? outcome.parameters() : outcome.state();
                sum.add(values, from, outcome.report().examples());
              }
              sum.mean(target, from);
            });
  }

  RoundResult result() {
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
    return reports().stream().flatMapToDouble(report -> Arrays.stream(report.losses())).toArray();
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
