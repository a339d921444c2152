package io.ergodic.datasets.synthetic;

import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Forecasting;
import java.util.Optional;

/**
 * The forecast of somebody who knows the process behind a {@code seasonal} dataset but not its
 * future: the Gaussian conditional mean K_fc K_cc^-1 c given the context c. No forecast from the
 * same context has a smaller expected squared error, so its score is the floor.
 */
public final class SeasonalOracle implements Forecaster {
  private final int lookback;
  private final int horizon;
  private final int variables;
  private final double[][] weights;
  private final double[] standardisedMean;

  private SeasonalOracle(SeasonalProcess process, Forecasting task, double[] standardisedMean) {
    this.lookback = task.lookback();
    this.horizon = task.horizon();
    this.variables = process.channels().size();
    this.standardisedMean = standardisedMean;
    this.weights = new double[variables][horizon * lookback];
    double[] row = new double[lookback];
    for (int c = 0; c < variables; c++) {
      double[] covariance = process.covariance(c, lookback + horizon);
      Cholesky context = Cholesky.toeplitz(covariance, lookback);
      for (int h = 0; h < horizon; h++) {
        for (int i = 0; i < lookback; i++) {
          row[i] = covariance[lookback + h - i];
        }
        context.solve(row);
        System.arraycopy(row, 0, weights[c], h * lookback, lookback);
      }
    }
  }

  /** The best forecaster of a dataset, on the scale models see; empty for other sources. */
  public static Optional<Forecaster> of(Manifest manifest, Forecasting task) {
    if (!manifest.source().equals(SeasonalSource.NAME)) {
      return Optional.empty();
    }
    Settings settings = Settings.parse(manifest.settings().toString(), manifest.name());
    SeasonalProcess process = SeasonalProcess.read(settings, manifest.seed());
    double[] mean = new double[process.channels().size()];
    if (manifest.schema().standardise()) {
      for (int c = 0; c < mean.length; c++) {
        // the process has mean 0, which the scaler moves here
        mean[c] = -manifest.scaler().mean()[c] / manifest.scaler().deviation()[c];
      }
    }
    return Optional.of(new SeasonalOracle(process, task, mean));
  }

  @Override
  public int lookback() {
    return lookback;
  }

  @Override
  public int horizon() {
    return horizon;
  }

  @Override
  public int variables() {
    return variables;
  }

  @Override
  public void forecast(float[] context, int count, float[] forecast) {
    for (int window = 0; window < count; window++) {
      int from = window * lookback * variables;
      int to = window * horizon * variables;
      for (int c = 0; c < variables; c++) {
        double mean = standardisedMean[c];
        for (int h = 0; h < horizon; h++) {
          double sum = mean;
          for (int i = 0; i < lookback; i++) {
            sum += weights[c][h * lookback + i] * (context[from + i * variables + c] - mean);
          }
          forecast[to + h * variables + c] = (float) sum;
        }
      }
    }
  }
}
