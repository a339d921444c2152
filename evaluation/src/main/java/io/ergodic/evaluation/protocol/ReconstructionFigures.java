package io.ergodic.evaluation.protocol;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.evaluation.metric.Orbits;
import io.ergodic.evaluation.metric.PowerSpectrum;
import io.ergodic.evaluation.result.Artefact;
import java.util.ArrayList;
import java.util.List;

/** The figures of a reconstruction, from the first test series. */
final class ReconstructionFigures {
  private static final int POINTS = 4000;
  private static final int POINTS_PER_PERIOD = 40;
  private static final int FREQUENCIES = 500;
  private static final double SHOWN_POWER = 0.999;
  private static final int CONTEXT = 100;
  private static final int FORECAST = 300;
  private static final int LONGEST_FORECAST = 1500;
  private static final double LYAPUNOV_TIMES = 10;

  private ReconstructionFigures() {}

  static List<Artefact> of(Dynamics model, SeriesDataset data, Orbits orbits) {
    List<Artefact> figures = new ArrayList<>();
    figures.add(attractor(data.manifest().schema(), orbits));
    figures.add(spectrum(data.manifest().schema(), orbits));
    figures.add(forecast(model, data));
    return figures;
  }

  /** Every row where a period has few, else about 40 a period, so that lines stay smooth. */
  private static Artefact attractor(Schema schema, Orbits orbits) {
    double period = schema.properties().getOrDefault("period", 0.0);
    int wanted = (int) (period / orbits.step() / POINTS_PER_PERIOD);
    int stride = Math.max(1, Math.min(wanted, orbits.rows() / POINTS));
    int rows = Math.min(POINTS, (orbits.rows() + stride - 1) / stride);
    int shown = Math.min(3, orbits.dimension());
    return new Artefact.Attractor(
        schema.columns().subList(0, shown),
        thin(orbits.truth(), orbits.dimension(), rows, stride, shown),
        thin(orbits.generated(), orbits.dimension(), rows, stride, shown));
  }

  private static float[][] thin(double[] values, int dimension, int rows, int stride, int shown) {
    float[][] points = new float[rows][shown];
    for (int i = 0; i < rows; i++) {
      for (int d = 0; d < shown; d++) {
        points[i][d] = (float) values[i * stride * dimension + d];
      }
    }
    return points;
  }

  /** Frequencies up to where the truth has 99.9 % of its power, averaged over equal blocks. */
  private static Artefact spectrum(Schema schema, Orbits orbits) {
    double[] truth = PowerSpectrum.of(orbits.truth(), orbits.dimension(), 0);
    double[] generated = PowerSpectrum.of(orbits.generated(), orbits.dimension(), 0);
    int shown = 0;
    for (double power = 0; shown < truth.length && power < SHOWN_POWER; shown++) {
      power += truth[shown];
    }
    int block = (shown + FREQUENCIES - 1) / FREQUENCIES;
    int count = shown / block;
    float[] frequency = new float[count];
    float[] left = new float[count];
    float[] right = new float[count];
    for (int i = 0; i < count; i++) {
      double trueSum = 0;
      double generatedSum = 0;
      for (int k = i * block; k < (i + 1) * block; k++) {
        trueSum += truth[k];
        generatedSum += generated[k];
      }
      frequency[i] = (float) ((i + 0.5) * block / (orbits.rows() * orbits.step()));
      left[i] = (float) (trueSum / block);
      right[i] = (float) (generatedSum / block);
    }
    return new Artefact.Spectrum(schema.columns().get(0), frequency, left, right);
  }

  /** A free run over ten Lyapunov times where they are known, 300 rows else. */
  private static Artefact forecast(Dynamics model, SeriesDataset data) {
    Series test = data.series(Split.TEST).get(0);
    Double lyapunov = data.manifest().schema().properties().get("lyapunov");
    double wanted =
        lyapunov == null || !(lyapunov > 0)
            ? FORECAST
            : Math.min(LONGEST_FORECAST, LYAPUNOV_TIMES / (lyapunov * test.step()));
    int overlap = data.manifest().schema().overlap();
    int start = Math.max(model.contextRows() - 1, Math.max(overlap, CONTEXT));
    start = Math.max(model.contextRows() - 1, Math.min(start, test.length() / 2));
    int rows = Math.max(1, Math.min((int) Math.ceil(wanted), test.length() - 1 - start));
    double[] run = FreeRun.from(model, test, start, rows, 0);
    float[] generated = new float[rows];
    for (int k = 0; k < rows; k++) {
      generated[k] = (float) run[k * test.dimension()];
    }
    int context = Math.min(CONTEXT, start + 1);
    return new Artefact.Forecast(
        data.manifest().schema().columns().get(0),
        column(test, start + 1 - context, start + 1),
        column(test, start + 1, Math.min(test.length(), start + 1 + rows)),
        generated);
  }

  private static float[] column(Series series, int from, int to) {
    float[] column = new float[to - from];
    for (int t = from; t < to; t++) {
      column[t - from] = (float) series.value(t, 0);
    }
    return column;
  }
}
