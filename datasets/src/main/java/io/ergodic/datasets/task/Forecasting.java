package io.ergodic.datasets.task;

import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.batch.ForecastWindows;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import java.util.Optional;
import java.util.Set;

/** Forecast {@code horizon} rows from {@code lookback} rows, for every window of a split. */
public record Forecasting(int lookback, int horizon) implements Task {
  @Override
  public String name() {
    return "forecasting";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Schema.SERIES);
  }

  @Override
  public Port input(Schema schema) {
    return new Port(Port.SERIES, lookback, schema.dimension());
  }

  @Override
  public Port output(Schema schema) {
    return new Port(Port.SERIES, horizon, schema.dimension());
  }

  @Override
  public Optional<Examples> examples(Dataset dataset, Split split) {
    return Optional.of(windows((SeriesDataset) dataset, split));
  }

  /** The windows of a split as examples. */
  public ForecastWindows windows(SeriesDataset data, Split split) {
    return new ForecastWindows(
        Windows.forecasting(data, split, lookback, horizon), lookback, horizon);
  }
}
