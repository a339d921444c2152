package io.ergodic.models.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.LocalTrainer;
import io.ergodic.models.training.Trained;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Families fitted to series made on the spot. */
final class FittedDynamics {
  private FittedDynamics() {}

  /** A dataset of training series, each rows x dimension. */
  static SeriesDataset dataset(int dimension, double step, double[]... series) {
    List<String> names = IntStream.range(0, dimension).mapToObj(i -> "x" + i).toList();
    Schema schema = Schema.series(names, step, 0, false, Map.of());
    Manifest manifest =
        new Manifest(
            Manifest.VERSION, "tiny", "0", "test", 1, 0, null, schema, List.of(), Map.of(), null);
    List<Series> train =
        Arrays.stream(series).map(values -> new Series("", 0, step, dimension, values)).toList();
    return new SeriesDataset(manifest, Map.of(Split.TRAIN, train));
  }

  static TrainingContext context(SeriesDataset data) {
    return new TrainingContext(data, new Reconstruction(), -3, Resources.ONE_CORE);
  }

  static Model model(String family, String settings, SeriesDataset data) {
    return ModelFamily.registry()
        .get(family, "systems")
        .create(context(data).model(), Settings.parse(settings, "model"));
  }

  static Trained train(String family, String settings, SeriesDataset data) {
    return new LocalTrainer(1, Deadline.none())
        .train(model(family, settings, data).prepare(context(data)));
  }

  static Dynamics fit(String family, String settings, SeriesDataset data) {
    return (Dynamics) train(family, settings, data).model();
  }

  /** Rows of the Lorenz system from (1, 1, 20), by ten classical Runge-Kutta steps a row. */
  static double[] lorenz(double step, int rows) {
    double[] values = new double[3 * rows];
    double[] x = {1, 1, 20};
    double h = step / 10;
    for (int t = 0; t < rows; t++) {
      System.arraycopy(x, 0, values, 3 * t, 3);
      for (int k = 0; k < 10; k++) {
        double[] k1 = slope(x, new double[3], 0);
        double[] k2 = slope(x, k1, h / 2);
        double[] k3 = slope(x, k2, h / 2);
        double[] k4 = slope(x, k3, h);
        for (int c = 0; c < 3; c++) {
          x[c] += h / 6 * (k1[c] + 2 * k2[c] + 2 * k3[c] + k4[c]);
        }
      }
    }
    return values;
  }

  private static double[] slope(double[] at, double[] along, double h) {
    double x = at[0] + h * along[0];
    double y = at[1] + h * along[1];
    double z = at[2] + h * along[2];
    return new double[] {10 * (y - x), x * (28 - z) - y, x * y - 8 / 3.0 * z};
  }

  /** The Jacobian against central differences. */
  static void checkJacobian(Dynamics dynamics, double[] state, double tolerance) {
    int size = dynamics.stateDimension();
    double[] jacobian = new double[size * size];
    dynamics.jacobian(state, jacobian);
    double[] up = new double[size];
    double[] down = new double[size];
    for (int j = 0; j < size; j++) {
      double[] moved = state.clone();
      moved[j] += 1e-5;
      dynamics.step(moved, up);
      moved[j] -= 2e-5;
      dynamics.step(moved, down);
      for (int i = 0; i < size; i++) {
        assertThat((up[i] - down[i]) / 2e-5)
            .as("d" + i + "/d" + j)
            .isCloseTo(jacobian[i * size + j], within(tolerance));
      }
    }
  }
}
