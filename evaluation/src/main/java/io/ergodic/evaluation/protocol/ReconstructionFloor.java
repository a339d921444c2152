package io.ergodic.evaluation.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.evaluation.metric.AttractorMetric;
import io.ergodic.evaluation.metric.DynamicsMetric;
import io.ergodic.evaluation.metric.Orbits;
import io.ergodic.evaluation.metric.ReconstructionMetric;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.statistics.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the truth scores against itself: the true system in the model's place, started from other
 * states of the attractor, the median of five starts spread over the next test series. Where the
 * truth is not known, the train series stand for the free run, at equal length, as many windows as
 * five of them have room for, and only metrics of free runs have a floor; but a known Lyapunov
 * exponent of the data is its own floor. Where the truth is known but its coordinates are estimated
 * from the moments of a file, short-term errors would measure that estimate: they have no floor
 * either.
 */
final class ReconstructionFloor {
  private static final int STARTS = 5;

  private final SeriesDataset data;
  private final Optional<Dynamics> truth;
  private final long seed;
  private final List<List<Orbits>> runs;

  /**
   * Runs the truth.
   *
   * @param seed of random draws of the metrics
   */
  ReconstructionFloor(SeriesDataset data, Optional<Dynamics> truth, long seed) {
    this.data = data;
    this.truth = truth;
    this.seed = seed;
    this.runs = new ArrayList<>();
    for (int start = 0; start < STARTS; start++) {
      List<Orbits> orbits = truth.isPresent() ? trueOrbits(start) : trainOrbits(start);
      if (!orbits.isEmpty()) {
        runs.add(orbits);
      }
    }
  }

  /** The floor of a metric; empty where there is none. */
  Optional<Score> score(ReconstructionMetric metric) {
    Double lyapunov = data.manifest().schema().properties().get("lyapunov");
    if (metric instanceof DynamicsMetric dynamics) {
      if (truth.isPresent() && (dynamics.invariant() || exact(data.manifest()))) {
        return Optional.of(new Score(metric.name(), dynamics.value(truth.get(), data, seed)));
      }
      return metric.name().equals("lyapunov_max") && lyapunov != null
          ? Optional.of(new Score(metric.name(), lyapunov))
          : Optional.empty();
    }
    AttractorMetric attractor = (AttractorMetric) metric;
    double[] values = runs.stream().mapToDouble(orbits -> attractor.value(orbits, seed)).toArray();
    return values.length == 0
        ? Optional.empty()
        : Optional.of(new Score(metric.name(), Median.of(values)));
  }

  /** False where the coordinates of a file were only estimated from its moments. */
  private static boolean exact(Manifest manifest) {
    JsonNode described = manifest.settings().path("truth");
    return described.isMissingNode() || described.path("coordinates").asText().equals("same");
  }

  private List<Orbits> trueOrbits(int start) {
    List<Series> tests = data.series(Split.TEST);
    List<Orbits> orbits = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      Series other = tests.get((i + 1) % tests.size());
      int place = (int) ((2L * start + 1) * other.length() / (2 * STARTS));
      int row = Math.max(ReconstructionProtocol.start(truth.get(), data), place);
      orbits.add(ReconstructionProtocol.orbits(truth.get(), data, tests.get(i), other, row));
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
