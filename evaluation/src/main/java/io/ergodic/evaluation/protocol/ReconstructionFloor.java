package io.ergodic.evaluation.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.scale.Median;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.evidence.EvaluationFailedException;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.FreeRuns;
import io.ergodic.evaluation.evidence.Orbits;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.result.MachineFailure;
import io.ergodic.evaluation.result.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the truth scores against itself: the true system in the model's place, started from other
 * states of the attractor, the median of five starts spread over the next test series. Where the
 * truth is not known, the train series stand for the free run, at equal length, as many windows as
 * five of them have room for, and only metrics of free runs have a floor, or those with a known
 * property of the data ({@link Metric#knownAs()}). Where the truth is known but its coordinates are
 * estimated from the moments of a file, short-term errors would measure that estimate: they have no
 * floor either.
 */
final class ReconstructionFloor {
  private static final int STARTS = 5;

  private final SeriesDataset data;
  private final Task task;
  private final Optional<Dynamics> truth;
  private final long seed;
  private final Runnable check;
  private final FreeRuns[] runs = new FreeRuns[STARTS];

  /**
   * Runs nothing yet.
   *
   * @param seed of random draws of the metrics
   * @param check throws when the time for it is over
   */
  ReconstructionFloor(
      SeriesDataset data, Task task, Optional<Dynamics> truth, long seed, Runnable check) {
    this.data = data;
    this.task = task;
    this.truth = truth.map(known -> known.watched(check));
    this.seed = seed;
    this.check = check;
  }

  /** The floor of a metric; empty where there is none. */
  Optional<Score> score(Metric metric) {
    List<Double> values = new ArrayList<>();
    RuntimeException failure = null;
    for (int start = 0; start < STARTS; start++) {
      Evidence evidence = evidence(metric, start);
      try {
        check.run();
        values.add(metric.value(evidence));
      } catch (RuntimeException failed) {
        if (MachineFailure.is(failed)) {
          throw failed;
        }
        failure = failed;
      }
      // What did not look at a free run is the same for every start.
      if (!evidence.asked().contains(FreeRuns.class)) {
        break;
      }
    }
    String name = metric.name();
    if (!values.isEmpty()) {
      double median = Median.of(values.stream().mapToDouble(Double::doubleValue).toArray());
      return Optional.of(Score.of(name, metric.revision(), median));
    }
    Optional<Double> known =
        metric.knownAs().map(data.manifest().schema().properties()::get).filter(Objects::nonNull);
    if (known.isPresent()) {
      return Optional.of(Score.given(name, metric.revision(), known.get()));
    }
    boolean absent = failure instanceof EvaluationFailedException && model(metric).isEmpty();
    return absent ? Optional.empty() : Optional.of(Evaluation.failed(metric, failure));
  }

  private Evidence evidence(Metric metric, int start) {
    Evidence evidence =
        model(metric)
            .map(model -> Evidence.of(model, data, task, seed))
            .orElseGet(() -> Evidence.without(data, task, seed));
    return evidence.with(FreeRuns.class, asked -> run(start));
  }

  /** The truth, unless its coordinates are estimated and the metric depends on them. */
  private Optional<Dynamics> model(Metric metric) {
    return truth.filter(known -> metric.invariant() || exact(data.manifest()));
  }

  /** False where the coordinates of a file were only estimated from its moments. */
  private static boolean exact(Manifest manifest) {
    JsonNode described = manifest.settings().path("truth");
    return described.isMissingNode() || described.path("coordinates").asText().equals("same");
  }

  private FreeRuns run(int start) {
    if (runs[start] == null) {
      List<Orbits> orbits = truth.isPresent() ? trueOrbits(start) : trainOrbits(start);
      if (orbits.isEmpty()) {
        throw new EvaluationFailedException("the train series have no room for another window");
      }
      runs[start] = new FreeRuns(orbits);
    }
    return runs[start];
  }

  private List<Orbits> trueOrbits(int start) {
    List<Series> tests = data.series(Split.TEST);
    List<Orbits> orbits = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      Series other = tests.get((i + 1) % tests.size());
      int place = (int) ((2L * start + 1) * other.length() / (2 * STARTS));
      int row = Math.max(FreeRuns.first(truth.get(), data), place);
      orbits.add(FreeRuns.beside(tests.get(i), truth.get(), data, other, row));
    }
    return orbits;
  }

  /** A window of every train series; none where the windows would be those of an earlier start. */
  private List<Orbits> trainOrbits(int start) {
    List<Series> trains = data.series(Split.TRAIN);
    List<Series> tests = data.series(Split.TEST);
    int overlap = data.manifest().schema().overlap();
    List<Orbits> orbits = new ArrayList<>();
    for (int i = 0; i < tests.size() && !trains.isEmpty(); i++) {
      Series train = trains.get(i % trains.size());
      Series test = tests.get(i);
      int length = Math.min(train.length(), test.length() - overlap);
      int room = train.length() - length;
      if (start > room) {
        return List.of();
      }
      int from = (int) ((long) room * start / (STARTS - 1));
      orbits.add(
          new Orbits(
              test.dimension(),
              test.step(),
              test.slice(overlap, overlap + length).values(),
              train.slice(from, from + length).values()));
    }
    return orbits;
  }
}
