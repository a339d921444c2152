package io.ergodic.evaluation.figure;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.FreeRuns;
import io.ergodic.evaluation.evidence.Orbits;
import io.ergodic.evaluation.result.Artefact;
import java.util.List;

/** The first test series and its free run in state space, up to three variables. */
@AutoService(Figure.class)
public final class OrbitFigure implements Figure {
  private static final int POINTS = 4000;
  private static final int POINTS_PER_PERIOD = 40;

  @Override
  public String name() {
    return "orbit";
  }

  @Override
  public String task() {
    return "reconstruction";
  }

  /** Every row where a period has few, else about 40 a period, so that lines stay smooth. */
  @Override
  public List<Artefact> draw(Evidence evidence) {
    Orbits orbits = evidence.get(FreeRuns.class).orbits().get(0);
    Schema schema = evidence.dataset().manifest().schema();
    double period = schema.properties().getOrDefault("period", 0.0);
    int wanted = (int) (period / orbits.step() / POINTS_PER_PERIOD);
    int stride = Math.max(1, Math.min(wanted, orbits.rows() / POINTS));
    int rows = Math.min(POINTS, (orbits.rows() + stride - 1) / stride);
    int shown = Math.min(3, orbits.dimension());
    return List.of(
        new Artefact.Attractor(
            schema.columns().subList(0, shown),
            thin(orbits.truth(), orbits.dimension(), rows, stride, shown),
            thin(orbits.generated(), orbits.dimension(), rows, stride, shown)));
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
}
