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
import io.ergodic.evaluation.metric.AttractorMetric;
import io.ergodic.evaluation.metric.DynamicsMetric;
import io.ergodic.evaluation.metric.Orbits;
import io.ergodic.evaluation.metric.ReconstructionMetric;
import io.ergodic.evaluation.result.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Dynamical systems reconstruction, as Hess et al. (ICML 2023) test it: from the first row of each
 * test series (of T rows) the model runs freely for floor(1.25 T) steps, the first floor(0.25 T)
 * are dropped and the rest is compared with the whole series. How several test series are put
 * together is up to each metric.
 *
 * <p>The floor: see ReconstructionFloor.
 */
@AutoService(Protocol.class)
public final class ReconstructionProtocol implements Protocol {
  private static final String NAME = "reconstruction";

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
    return NAME;
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
  public void check(Dataset dataset, Task task, List<String> metrics) {
    SeriesDataset data = series(dataset);
    int overlap = data.manifest().schema().overlap();
    List<Series> tests = data.series(Split.TEST);
    if (tests.isEmpty() || tests.stream().anyMatch(test -> test.length() - overlap < 2)) {
      throw new InvalidInputException(
          "dataset "
              + data.manifest().name()
              + ": reconstruction is tested on the test series, and needs at least one, each of at"
              + " least 2 rows");
    }
    metrics(metrics).forEach(metric -> metric.check(data));
  }

  @Override
  public Evaluation evaluate(
      Capability model, Dataset dataset, Task task, List<String> names, long seed) {
    check(dataset, task, names);
    SeriesDataset data = series(dataset);
    Dynamics dynamics = (Dynamics) model;
    List<Orbits> orbits = new ArrayList<>();
    for (Series test : data.series(Split.TEST)) {
      orbits.add(orbits(dynamics, data, test, test, start(dynamics, data)));
    }
    List<Score> scores = new ArrayList<>();
    for (ReconstructionMetric metric : metrics(names)) {
      scores.add(score(metric, dynamics, data, orbits, seed));
    }
    return new Evaluation(scores, ReconstructionFigures.of(dynamics, data, orbits.get(0)));
  }

  @Override
  public Optional<Evaluation> floor(Dataset dataset, Task task, List<String> names, long seed) {
    check(dataset, task, names);
    SeriesDataset data = series(dataset);
    ReconstructionFloor floor = new ReconstructionFloor(data, truth.apply(data.manifest()), seed);
    List<Score> scores =
        metrics(names).stream().flatMap(metric -> floor.score(metric).stream()).toList();
    return scores.isEmpty() ? Optional.empty() : Optional.of(new Evaluation(scores, List.of()));
  }

  private static Score score(
      ReconstructionMetric metric,
      Dynamics model,
      SeriesDataset data,
      List<Orbits> orbits,
      long seed) {
    double value =
        metric instanceof AttractorMetric attractor
            ? attractor.value(orbits, seed)
            : ((DynamicsMetric) metric).value(model, data, seed);
    return new Score(metric.name(), value);
  }

  /** The first row that lies inside the split and has the context the model needs. */
  static int start(Dynamics model, SeriesDataset data) {
    return Math.max(data.manifest().schema().overlap(), model.contextRows() - 1);
  }

  /** A test series beside a free run that starts at a row of some series. */
  static Orbits orbits(
      Dynamics model, SeriesDataset data, Series test, Series startSeries, int row) {
    int overlap = data.manifest().schema().overlap();
    double[] rows = test.slice(overlap, test.length()).values();
    int length = rows.length / test.dimension();
    // floor(1.25 T) - floor(0.25 T) = T
    int skip = length / 4;
    double[] run = FreeRun.from(model, startSeries, row, length + skip, skip);
    return new Orbits(test.dimension(), test.step(), rows, run);
  }

  private static List<ReconstructionMetric> metrics(List<String> names) {
    return Requirements.metrics(names, ReconstructionMetric.class, NAME);
  }

  private static SeriesDataset series(Dataset dataset) {
    return Requirements.series(dataset, NAME);
  }
}
