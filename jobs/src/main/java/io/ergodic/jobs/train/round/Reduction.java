package io.ergodic.jobs.train.round;

import io.ergodic.jobs.crew.Crew;
import io.ergodic.jobs.crew.Errand;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.StatePolicy;
import io.ergodic.models.kernel.WeightedMean;
import io.ergodic.models.learner.Unaveraged;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Makes the mean of one round, on the driver or, for large vectors, in slices on the executors. */
final class Reduction {
  /** Values one of the driver's threads averages at a time. */
  private static final int PIECE = 1 << 15;

  /** Errands a member has in a reduction: more than one, so that a slow one is relieved. */
  private static final int GROUPS = 1;

  /** Each fails for want of an executor at least; a network that lets nothing through fails all. */
  private static final int ATTEMPTS = 20;

  private final AveragingSettings settings;
  private final boolean averaged;
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
    this.mean = new float[parameterCount];
    this.state = new float[averaged ? states.get(0).length : 0];
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

  /** Averages on the driver what the outcomes have. */
  void average() {
    average(mean, 0);
    average(state, 1);
  }

  /**
   * Averages in slices what the outcomes hold, and fetches the slices.
   *
   * @param steps of workers whose executor is lost with what it held are done again
   * @param starts is told where the slices are
   */
  void average(Crew crew, Steps steps, Starts starts) throws IOException, InterruptedException {
    List<Cut> open = Cut.all(settings.slice(), mean.length, state.length);
    Holding[] where = new Holding[open.size()];
    for (int attempt = 0; !open.isEmpty(); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new IOException(
            "pieces of vectors could not be fetched from executors " + ATTEMPTS + " times over");
      }
      again(steps, gone(crew));
      List<List<Cut>> groups = groups(open, GROUPS * Math.max(1, crew.size()));
      List<SliceMean.Made> made = crew.run(errands(groups));
      List<Fetch.Piece> pieces = new ArrayList<>();
      Set<Integer> missing = new TreeSet<>();
      for (int k = 0; k < made.size(); k++) {
        missing.addAll(made.get(k).missing());
        for (Cut cut : groups.get(k)) {
          where[cut.index()] = made.get(k).holding();
          if (where[cut.index()] != null) {
            float[] target = cut.vector() == 0 ? mean : state;
            pieces.add(new Fetch.Piece(where[cut.index()], cut, target, cut.from()));
          }
        }
      }
      Set<Holding> lost = Fetch.all(pieces);
      open =
          open.stream()
              .filter(cut -> where[cut.index()] == null || lost.contains(where[cut.index()]))
              .toList();
      again(steps, missing);
    }
    starts.made(List.of(where), mean, state);
  }

  private List<Errand<SliceMean.Made>> errands(List<List<Cut>> groups) {
    List<SliceMean.Part> parts = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      parts.add(new SliceMean.Part(outcome.holding(), outcome.report().examples()));
    }
    List<Errand<SliceMean.Made>> errands = new ArrayList<>();
    groups.forEach(group -> errands.add(new Errand<>(new SliceMean(group, parts), null)));
    return errands;
  }

  private static List<List<Cut>> groups(List<Cut> cuts, int count) {
    List<List<Cut>> groups = new ArrayList<>();
    int most = Math.min(count, cuts.size());
    for (int k = 0; k < most; k++) {
      int from = cuts.size() * k / most;
      groups.add(new ArrayList<>(cuts.subList(from, cuts.size() * (k + 1) / most)));
    }
    return groups;
  }

  /** Workers whose executor has left with what it held. */
  private Set<Integer> gone(Crew crew) {
    Set<Integer> gone = new TreeSet<>();
    for (Outcome outcome : outcomes) {
      if (!crew.has(outcome.report().executor())) {
        gone.add(outcome.report().worker());
      }
    }
    return gone;
  }

  private void again(Steps steps, Set<Integer> workers) throws IOException {
    for (Outcome made : steps.of(List.copyOf(workers))) {
      outcomes.replaceAll(old -> old.report().worker() == made.report().worker() ? made : old);
    }
  }

  private void average(float[] target, int vector) {
    float[][] vectors = new float[outcomes.size()][];
    for (int k = 0; k < vectors.length; k++) {
      vectors[k] = vector == 0 ? outcomes.get(k).parameters() : outcomes.get(k).state();
    }
    WeightedMean weighted =
        new WeightedMean(outcomes.stream().mapToLong(o -> o.report().examples()).toArray());
    int pieces = (target.length + PIECE - 1) / PIECE;
    IntStream.range(0, pieces)
        .parallel()
        .forEach(
            piece -> {
              int from = piece * PIECE;
              weighted.of(vectors, from, Math.min(PIECE, target.length - from), target, from);
            });
  }

  RoundResult result() {
    List<Unaveraged.Copy> copies =
        outcomes.stream()
            .map(o -> new Unaveraged.Copy(o.report().worker(), o.unaveraged()))
            .toList();
    return new RoundResult(mean, copies, nextStates(), losses(), examples(), devices(), null);
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
