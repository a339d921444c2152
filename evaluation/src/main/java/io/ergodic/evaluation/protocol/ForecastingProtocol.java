package io.ergodic.evaluation.protocol;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.ForecastWindows;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.synthetic.SeasonalOracle;
import io.ergodic.datasets.task.Forecasting;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.metric.ForecastErrors;
import io.ergodic.evaluation.metric.ForecastMetric;
import io.ergodic.evaluation.metric.SeasonalNaive;
import io.ergodic.evaluation.result.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Forecasts every window of the test split, none dropped, and scores all of them together, on the
 * scale of the dataset. A dynamical system forecasts by free steps from its context. The floor is
 * the best possible forecast, where the process behind the data is known.
 *
 * <p>Settings: {@code lookback} (rows of context) and {@code horizon} (rows to forecast), both
 * required.
 */
@AutoService(Protocol.class)
public final class ForecastingProtocol implements Protocol {
  private static final String NAME = "forecasting";
  private static final int LARGEST = 1_000_000;

  /** Values of a batch of windows: 16 MB of floats. */
  private static final int BATCH_VALUES = 1 << 22;

  private static final int BATCH_WINDOWS = 256;

  private final BiFunction<Manifest, Forecasting, Optional<Forecaster>> oracle;

  public ForecastingProtocol() {
    this(SeasonalOracle::of);
  }

  ForecastingProtocol(BiFunction<Manifest, Forecasting, Optional<Forecaster>> oracle) {
    this.oracle = oracle;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Task task(Settings settings) {
    int lookback = settings.integer("lookback", 1, LARGEST);
    int horizon = settings.integer("horizon", 1, LARGEST);
    settings.rejectUnknown();
    return new Forecasting(lookback, horizon);
  }

  @Override
  public List<String> defaultMetrics() {
    return List.of("mse", "mae", "mase");
  }

  @Override
  public List<Class<? extends Capability>> capabilities() {
    return List.of(Forecaster.class, Dynamics.class);
  }

  @Override
  public void check(Dataset dataset, Task task, List<String> names) {
    SeriesDataset data = series(dataset);
    Forecasting question = (Forecasting) task;
    Windows.forecasting(data, Split.TEST, checked(data, question).lookback(), question.horizon());
    if (names.contains("mase")) {
      SeasonalNaive.scale(data);
    }
    metrics(names);
  }

  @Override
  public Evaluation evaluate(
      Capability model, Dataset dataset, Task task, List<String> names, long seed) {
    check(dataset, task, names);
    SeriesDataset data = series(dataset);
    Forecasting question = (Forecasting) task;
    Forecaster forecaster =
        model instanceof Dynamics dynamics
            ? new FreeRunForecaster(dynamics, question.lookback(), question.horizon())
            : (Forecaster) model;
    ForecastRun run = new ForecastRun(forecaster, question, data.dimension());
    ForecastWindows windows = question.windows(data, Split.TEST);
    ForecastErrors errors = new ForecastErrors(scale(data, names));
    int rows = question.horizon() * data.dimension();
    int width = question.lookback() * data.dimension() + rows;
    int count = Math.max(1, Math.min(BATCH_WINDOWS, BATCH_VALUES / width));
    for (Batch batch : new Sequential(windows, count)) {
      float[] forecast = run.forecast(batch);
      for (int w = 0; w < batch.count(); w++) {
        errors.add(batch.floats(Batch.TARGET), w * rows, forecast, w * rows, question.horizon());
      }
    }
    List<Score> scores =
        metrics(names).stream().map(m -> new Score(m.name(), m.value(errors))).toList();
    return new Evaluation(
        scores, ForecastFigures.of(run, windows, question, data.manifest().schema().columns()));
  }

  @Override
  public Optional<Evaluation> floor(Dataset dataset, Task task, List<String> names, long seed) {
    return oracle
        .apply(dataset.manifest(), (Forecasting) task)
        .map(best -> evaluate(best, dataset, task, names, seed).scores())
        .map(scores -> new Evaluation(scores, List.of()));
  }

  private static double[] scale(SeriesDataset data, List<String> names) {
    if (names.contains("mase")) {
      return SeasonalNaive.scale(data);
    }
    double[] one = new double[data.dimension()];
    Arrays.fill(one, 1);
    return one;
  }

  private static Forecasting checked(SeriesDataset data, Forecasting task) {
    int longest = data.series(Split.TEST).stream().mapToInt(Series::length).max().orElse(0);
    int rows = task.lookback() + task.horizon();
    if (longest < rows) {
      throw new InvalidInputException(
          "forecasting: look-back "
              + task.lookback()
              + " and horizon "
              + task.horizon()
              + " need test series of at least "
              + rows
              + " rows; the longest of dataset "
              + data.manifest().name()
              + " has "
              + longest);
    }
    return task;
  }

  private static List<ForecastMetric> metrics(List<String> names) {
    return Requirements.metrics(names, ForecastMetric.class, NAME);
  }

  private static SeriesDataset series(Dataset dataset) {
    return Requirements.series(dataset, NAME);
  }
}
