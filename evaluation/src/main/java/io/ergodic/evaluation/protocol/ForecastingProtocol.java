package io.ergodic.evaluation.protocol;

import com.google.auto.service.AutoService;
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
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.ForecastErrors;
import io.ergodic.evaluation.evidence.Forecasts;
import io.ergodic.evaluation.evidence.FreeRunForecaster;
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
  private static final int LARGEST = 1_000_000;

  private final BiFunction<Manifest, Forecasting, Optional<Forecaster>> oracle;

  public ForecastingProtocol() {
    this(SeasonalOracle::of);
  }

  ForecastingProtocol(BiFunction<Manifest, Forecasting, Optional<Forecaster>> oracle) {
    this.oracle = oracle;
  }

  @Override
  public String name() {
    return "forecasting";
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
  public void check(Dataset dataset, Task task) {
    SeriesDataset data = (SeriesDataset) dataset;
    Forecasting question = (Forecasting) task;
    int longest = data.series(Split.TEST).stream().mapToInt(Series::length).max().orElse(0);
    int rows = question.lookback() + question.horizon();
    if (longest < rows) {
      throw new InvalidInputException(
          "forecasting: look-back "
              + question.lookback()
              + " and horizon "
              + question.horizon()
              + " need test series of at least "
              + rows
              + " rows; the longest of dataset "
              + data.manifest().name()
              + " has "
              + longest);
    }
    Windows.forecasting(data, Split.TEST, question.lookback(), question.horizon());
  }

  @Override
  public Evidence observe(Capability model, Dataset dataset, Task task, long seed) {
    SeriesDataset data = (SeriesDataset) dataset;
    Forecasting question = (Forecasting) task;
    return Evidence.of(model, dataset, task, seed)
        .with(
            Forecaster.class,
            evidence ->
                model instanceof Forecaster forecaster
                    ? forecaster
                    : new FreeRunForecaster(
                        evidence.get(Dynamics.class), question.lookback(), question.horizon()))
        .with(
            Forecasts.class,
            evidence ->
                new Forecasts(
                    evidence.get(Forecaster.class), question, question.windows(data, Split.TEST)))
        .with(ForecastErrors.class, evidence -> ForecastErrors.of(evidence.get(Forecasts.class)));
  }

  @Override
  public Optional<Evaluation> floor(
      Dataset dataset, Task task, List<String> metrics, long seed, Runnable check) {
    check(dataset, task, metrics);
    return oracle
        .apply(dataset.manifest(), (Forecasting) task)
        .map(best -> observe(best.watched(check), dataset, task, seed))
        .map(seen -> Evaluation.of(seen, Requirements.metrics(metrics, name()), false, check));
  }
}
