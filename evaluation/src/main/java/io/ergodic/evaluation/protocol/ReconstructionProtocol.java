package io.ergodic.evaluation.protocol;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.chaos.TrueDynamics;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.FreeRuns;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.result.Score;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Dynamical systems reconstruction, as Hess et al. (ICML 2023) test it: the model runs freely from
 * the first row of each test series ({@link FreeRuns}), and is stepped from rows of them. How
 * several test series are put together is up to each metric.
 *
 * <p>The floor: see ReconstructionFloor. Where it is near persistence, a note says so: see
 * FloorWarning.
 */
@AutoService(Protocol.class)
public final class ReconstructionProtocol implements Protocol {
  private final Function<Manifest, Optional<Dynamics>> truth;

  public ReconstructionProtocol() {
    this(TrueDynamics::of);
  }

  /**
   * @param truth the true system of a dataset, on the scale of its series, where known
   */
  ReconstructionProtocol(Function<Manifest, Optional<Dynamics>> truth) {
    this.truth = truth;
  }

  @Override
  public String name() {
    return "reconstruction";
  }

  @Override
  public Task task(Settings settings) {
    settings.rejectUnknown();
    return new Reconstruction();
  }

  @Override
  public List<String> defaultMetrics() {
    return List.of("d_stsp", "d_h", "pe_20", "lyapunov_max");
  }

  @Override
  public List<Class<? extends Capability>> capabilities() {
    return List.of(Dynamics.class);
  }

  @Override
  public void check(Dataset dataset, Task task) {
    SeriesDataset data = (SeriesDataset) dataset;
    int overlap = data.manifest().schema().overlap();
    List<Series> tests = data.series(Split.TEST);
    if (tests.isEmpty() || tests.stream().anyMatch(test -> test.length() - overlap < 2)) {
      throw new InvalidInputException(
          "dataset "
              + data.manifest().name()
              + ": reconstruction is tested on the test series, and needs at least one, each of at"
              + " least 2 rows");
    }
    double missing = data.manifest().schema().properties().getOrDefault("missing", 0.0);
    if (missing > 0) {
      throw new InvalidInputException(
          "dataset "
              + data.manifest().name()
              + ": reconstruction needs every row, and "
              + (long) missing
              + " values are missing");
    }
  }

  @Override
  public Evidence observe(Capability model, Dataset dataset, Task task, long seed) {
    return Evidence.of(model, dataset, task, seed)
        .with(
            FreeRuns.class,
            evidence ->
                FreeRuns.of(evidence.get(Dynamics.class), evidence.get(SeriesDataset.class)));
  }

  @Override
  public Optional<Evaluation> floor(
      Dataset dataset, Task task, List<String> metrics, long seed, Runnable check) {
    check(dataset, task, metrics);
    SeriesDataset data = (SeriesDataset) dataset;
    ReconstructionFloor floor =
        new ReconstructionFloor(data, task, truth.apply(data.manifest()), seed, check);
    List<Metric> asked = Requirements.metrics(metrics, name());
    List<Score> scores = asked.stream().flatMap(metric -> floor.score(metric).stream()).toList();
    if (scores.isEmpty()) {
      return Optional.empty();
    }
    List<String> warnings = FloorWarning.of(asked, scores, data, seed, check);
    return Optional.of(new Evaluation(scores, List.of(), warnings));
  }
}
