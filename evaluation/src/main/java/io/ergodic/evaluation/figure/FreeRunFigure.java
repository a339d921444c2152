package io.ergodic.evaluation.figure;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.FreeRun;
import io.ergodic.evaluation.metric.LyapunovTime;
import io.ergodic.evaluation.result.Artefact;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The first variable of a free run over its truth: ten Lyapunov times where they are known, 300
 * rows else.
 */
@AutoService(Figure.class)
public final class FreeRunFigure implements Figure {
  private static final int CONTEXT = 100;
  private static final int ROWS = 300;
  private static final int MOST_ROWS = 1500;
  private static final double LYAPUNOV_TIMES = 10;

  @Override
  public String name() {
    return "free-run";
  }

  @Override
  public String task() {
    return "reconstruction";
  }

  @Override
  public List<Artefact> draw(Evidence evidence) {
    Dynamics model = evidence.get(Dynamics.class);
    SeriesDataset data = evidence.get(SeriesDataset.class);
    Series test = data.series(Split.TEST).get(0);
    OptionalDouble lyapunov = LyapunovTime.exponent(data);
    double wanted =
        lyapunov.isEmpty()
            ? ROWS
            : Math.min(MOST_ROWS, LYAPUNOV_TIMES / (lyapunov.getAsDouble() * test.step()));
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
    return List.of(
        new Artefact.Forecast(
            data.manifest().schema().columns().get(0),
            column(test, start + 1 - context, start + 1),
            column(test, start + 1, Math.min(test.length(), start + 1 + rows)),
            generated));
  }

  private static float[] column(Series series, int from, int to) {
    float[] column = new float[to - from];
    for (int t = from; t < to; t++) {
      column[t - from] = (float) series.value(t, 0);
    }
    return column;
  }
}
