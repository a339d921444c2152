package io.ergodic.models.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.TangentDynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.regression.Monomials;
import io.ergodic.models.regression.RegressionSolver;
import io.ergodic.models.regression.SavitzkyGolay;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.LocalTrainer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** Closed forms against closed forms. */
class SolvedDynamicsTest {
  private static final double STEP = 0.01;

  private static SeriesDataset dataset(int dimension, double step, double[]... series) {
    List<String> names = IntStream.range(0, dimension).mapToObj(i -> "x" + i).toList();
    Schema schema = Schema.series(names, step, 0, false, Map.of());
    Manifest manifest =
        new Manifest(
            Manifest.VERSION, "tiny", "0", "test", 1, 0, null, schema, List.of(), Map.of(), null);
    List<Series> train =
        Arrays.stream(series).map(values -> new Series("", 0, step, dimension, values)).toList();
    return new SeriesDataset(manifest, Map.of(Split.TRAIN, train));
  }

  private static Model model(String family, String settings, SeriesDataset data) {
    return ModelFamily.registry()
        .get(family, "systems")
        .create(context(data).model(), Settings.parse(settings, "model"));
  }

  private static TrainingContext context(SeriesDataset data) {
    return new TrainingContext(data, new Reconstruction(), -3, Resources.ONE_CORE);
  }

  private static Dynamics fit(String family, String settings, SeriesDataset data) {
    return (Dynamics)
        new LocalTrainer(1, Deadline.none())
            .train(model(family, settings, data).prepare(context(data)))
            .model();
  }

  /** A spiral, of which the last variable is the sum of the others. */
  private static SeriesDataset spiral() {
    double[] values = new double[3 * 400];
    double x = 1;
    double y = 0.5;
    for (int t = 0; t < 400; t++) {
      values[3 * t] = x;
      values[3 * t + 1] = y;
      values[3 * t + 2] = x + y;
      double next = 0.99 * x - 0.1 * y;
      y = 0.1 * x + 0.99 * y;
      x = next;
    }
    return dataset(3, 1, values);
  }

  /** The Lorenz system in its own units. */
  private static SeriesDataset lorenz() {
    double[] values = new double[3 * 4000];
    double[] x = {1, 1, 20};
    for (int t = 0; t < 4000; t++) {
      System.arraycopy(x, 0, values, 3 * t, 3);
      for (int k = 0; k < 10; k++) {
        double[] k1 = slope(x, new double[3], 0);
        double[] k2 = slope(x, k1, STEP / 20);
        double[] k3 = slope(x, k2, STEP / 20);
        double[] k4 = slope(x, k3, STEP / 10);
        for (int c = 0; c < 3; c++) {
          x[c] += STEP / 60 * (k1[c] + 2 * k2[c] + 2 * k3[c] + k4[c]);
        }
      }
    }
    return dataset(3, STEP, values);
  }

  private static double[] slope(double[] at, double[] along, double h) {
    double x = at[0] + h * along[0];
    double y = at[1] + h * along[1];
    double z = at[2] + h * along[2];
    return new double[] {10 * (y - x), x * (28 - z) - y, x * y - 8 / 3.0 * z};
  }

  private static void checkJacobian(Dynamics dynamics, double[] state, double tolerance) {
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
        assertThat((up[i] - down[i]) / 2e-5).isCloseTo(jacobian[i * size + j], within(tolerance));
      }
    }
  }

  @Test
  void dmdFindsALinearMapInTheDirectionsThatThereAre() {
    // The third variable depends on the others: X'X cannot be inverted.
    Dynamics dynamics = fit("dmd", "constant = false", spiral());
    double[] next = new double[3];
    dynamics.step(new double[] {0.3, -0.2, 0.1}, next);
    assertThat(next[0]).isCloseTo(0.99 * 0.3 + 0.1 * 0.2, within(1e-6));
    assertThat(next[1]).isCloseTo(0.1 * 0.3 - 0.99 * 0.2, within(1e-6));
    assertThat(next[2]).isCloseTo(next[0] + next[1], within(1e-6));
    checkJacobian(dynamics, new double[] {0.3, -0.2, 0.1}, 1e-8);
  }

  @Test
  void dmdOfRankOneMapsToOneDirection() {
    Dynamics dynamics = fit("dmd", "constant = false, rank = 1", spiral());
    double[] one = new double[3];
    double[] other = new double[3];
    dynamics.step(new double[] {1, 0.4, 1.4}, one);
    dynamics.step(new double[] {-0.2, 0.9, 0.7}, other);
    for (int c = 1; c < 3; c++) {
      assertThat(one[0] * other[c]).isCloseTo(one[c] * other[0], within(1e-9));
    }
  }

  @Test
  void delaysMakeASineOfOneVariableLinear() {
    double[] values = new double[500];
    Arrays.setAll(values, t -> 2 + Math.sin(0.3 * t));
    Dynamics dynamics = fit("dmd", "delays = 2", dataset(1, 1, values));
    double[] state = new double[2];
    dynamics.initialise(values, 300, state);
    for (int t = 300; t < 400; t++) {
      dynamics.step(state, state);
      assertThat(state[0]).isCloseTo(values[t], within(1e-4));
    }
  }

  @Test
  void sindyFindsTheEquationsOfLorenz() {
    SeriesDataset data = lorenz();
    RegressionSolver solver = sindy(data);
    for (Batch batch : new Sequential(new Windows(data.series(Split.TRAIN), 5), 256)) {
      solver.accumulate(batch);
    }
    // 1, x, y, z, xx, xy, xz, yy, yz, zz
    double[] found = solver.solve();
    double[][] known = {
      {0, -10, 10, 0, 0, 0, 0, 0, 0, 0},
      {0, 28, -1, 0, 0, 0, -1, 0, 0, 0},
      {0, 0, 0, -8 / 3.0, 0, 1, 0, 0, 0, 0}
    };
    for (int c = 0; c < 3; c++) {
      for (int f = 0; f < 10; f++) {
        double coefficient = found[f * 3 + c];
        if (known[c][f] == 0) {
          assertThat(coefficient).isZero();
        } else {
          assertThat(coefficient).isCloseTo(known[c][f], within(0.01 * Math.abs(known[c][f])));
        }
      }
    }
  }

  private static RegressionSolver sindy(SeriesDataset data) {
    DerivativeForm form =
        new DerivativeForm(3, Monomials.of(3, 0, 1, 2), new SavitzkyGolay(5, 4), data.step());
    return new RegressionSolver(form, new SindyFit(0.5, 1e-3, 20));
  }

  @Test
  void sindyStepsAsTheEquationsDo() {
    SeriesDataset data = lorenz();
    Dynamics dynamics =
        fit("sindy", "threshold = 0.5, windowDegree = 4, ridge = 1e-3, substeps = 4", data);
    double[] values = data.series(Split.TRAIN).get(0).values();
    double[] state = new double[3];
    dynamics.initialise(values, 1001, state);
    assertThat(state).containsExactly(Arrays.copyOfRange(values, 3000, 3003));
    checkJacobian(dynamics, state, 1e-5);
    for (int t = 1001; t < 1051; t++) {
      dynamics.step(state, state);
      for (int c = 0; c < 3; c++) {
        assertThat(state[c]).isCloseTo(values[3 * t + c], within(0.05));
      }
    }
  }

  private static final String SMALL = "units = 40, degree = 5, washout = 30, ridge = 1e-6";

  private static SeriesDataset torus() {
    double[] values = new double[2 * 900];
    RandomGenerator random = RandomStreams.stream(5, "torus");
    for (int t = 0; t < 900; t++) {
      values[2 * t] = Math.sin(0.3 * t) + 0.01 * random.nextGaussian();
      values[2 * t + 1] = Math.cos(0.23 * t);
    }
    return dataset(2, 1, Arrays.copyOf(values, 1000), Arrays.copyOfRange(values, 1000, 1800));
  }

  private static ReservoirSettings small() {
    return ReservoirSettings.read(Settings.parse(SMALL, "model"), 2);
  }

  @Test
  void connectionsHaveTheirSpectralRadius() {
    Reservoir reservoir = new Reservoir(2, small(), 7);
    double[][] matrix = new double[40][40];
    double[] unit = new double[40];
    double[] image = new double[40];
    for (int j = 0; j < 40; j++) {
      Arrays.fill(unit, 0);
      unit[j] = 1;
      // At rest the slope of tanh is 1.
      reservoir.push(new double[40], unit, new double[2], 0, image);
      for (int i = 0; i < 40; i++) {
        matrix[i][j] = image[i];
      }
    }
    for (double[] row : matrix) {
      assertThat(Arrays.stream(row).filter(weight -> weight > 0).count()).isEqualTo(5);
    }
    double largest =
        Arrays.stream(
                new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(matrix))
                    .getEigenvalues())
            .mapToDouble(value -> Math.hypot(value.getReal(), value.getImaginary()))
            .max()
            .orElseThrow();
    assertThat(largest).isCloseTo(0.6, within(1e-9));
    assertThat(reservoir.spectralRadius()).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void theReadOutIsTheRidgeRegressionOfAllStates() {
    SeriesDataset data = torus();
    ReservoirSolver solver = new ReservoirSolver(2, small(), -3);
    for (Batch batch : new Sequential(new Segments(data.series(Split.TRAIN), 30), 1)) {
      solver.accumulate(batch);
    }
    double[] solution = solver.solve();
    assertThat(ReservoirSolver.seed(solution)).isEqualTo(-3);
    // The same from the rows themselves, the penalty as rows of their own.
    Reservoir reservoir = new Reservoir(2, small(), -3);
    double[][] x = new double[(500 - 31) + (400 - 31) + 40][40];
    double[][] y = new double[x.length][2];
    int row = 0;
    for (Series series : data.series(Split.TRAIN)) {
      double[] h = new double[40];
      double[] next = new double[40];
      double[] narrow = new double[series.values().length];
      Arrays.setAll(narrow, i -> series.floats()[i]);
      for (int t = 0; t + 1 < series.length(); t++) {
        reservoir.update(h, narrow, 2 * t, next);
        h = next.clone();
        if (t >= 30) {
          reservoir.features(h, x[row]);
          y[row] = new double[] {narrow[2 * t + 2], narrow[2 * t + 3]};
          row++;
        }
      }
    }
    for (int f = 0; f < 40; f++) {
      x[row + f][f] = Math.sqrt(1e-6);
    }
    RealMatrix expected =
        new QRDecomposition(new Array2DRowRealMatrix(x))
            .getSolver()
            .solve(new Array2DRowRealMatrix(y));
    for (int f = 0; f < 40; f++) {
      for (int c = 0; c < 2; c++) {
        assertThat(solution[2 + f * 2 + c])
            .isCloseTo(
                expected.getEntry(f, c), within(1e-4 * (1 + Math.abs(solution[2 + f * 2 + c]))));
      }
    }
  }

  @Test
  void aReservoirRunsOnItsOwn() {
    SeriesDataset data = torus();
    Dynamics dynamics = fit("reservoir", SMALL, data);
    double[] state = new double[dynamics.stateDimension()];
    double[] values = data.series(Split.TRAIN).get(0).values();
    assertThat(dynamics.contextRows()).isEqualTo(31);
    dynamics.initialise(values, 300, state);
    double[] seen = new double[2];
    dynamics.observe(state, seen);
    assertThat(seen).containsExactly(values[598], values[599]);
    checkJacobian(dynamics, state, 1e-6);
    double worst = 0;
    for (int t = 300; t < 320; t++) {
      dynamics.step(state, state);
      dynamics.observe(state, seen);
      worst = Math.max(worst, Math.abs(seen[0] - values[2 * t]));
    }
    assertThat(worst).isLessThan(0.2);
  }

  @Test
  void aTangentIsTheJacobianTimesAVector() {
    TangentDynamics dynamics = (TangentDynamics) fit("reservoir", SMALL, torus());
    int size = dynamics.stateDimension();
    RandomGenerator random = RandomStreams.stream(3, "tangent");
    double[] state = random.doubles(size, -0.5, 0.5).toArray();
    double[] tangent = random.doubles(size, -1, 1).toArray();
    double[] jacobian = new double[size * size];
    double[] image = new double[size];
    dynamics.jacobian(state, jacobian);
    dynamics.push(state, tangent, image);
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += jacobian[i * size + j] * tangent[j];
      }
      assertThat(image[i]).isCloseTo(sum, within(1e-12));
    }
    int[] checks = {0};
    double[] again = new double[size];
    ((TangentDynamics) ((Dynamics) dynamics).watched(() -> checks[0]++))
        .push(state, tangent, again);
    assertThat(again).isEqualTo(image);
    assertThat(checks[0]).isEqualTo(1);
  }

  @Test
  void aStoredReservoirIsTheSame() {
    SeriesDataset data = torus();
    Model model = model("reservoir", SMALL, data);
    var trained = new LocalTrainer(1, Deadline.none()).train(model.prepare(context(data)));
    Dynamics before = (Dynamics) trained.model();
    Weights weights = trained.weights();
    Dynamics after = (Dynamics) model.restore(weights, Resources.ONE_CORE).model();
    double[] state = new double[42];
    double[] again = new double[42];
    double[] values = data.series(Split.TRAIN).get(0).values();
    before.initialise(values, 100, state);
    after.initialise(values, 100, again);
    for (int t = 0; t < 50; t++) {
      before.step(state, state);
      after.step(again, again);
    }
    assertThat(again).isEqualTo(state);
  }

  @Test
  void badSettingsAreRefused() {
    assertThatThrownBy(() -> fit("dmd", "delays = 4000", torus()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("more than 5000 features");
    assertThatThrownBy(() -> fit("sindy", "window = 4", torus()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be odd");
    assertThatThrownBy(() -> fit("reservoir", "units = 1", torus()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cannot be fed by 2 variables");
    assertThatThrownBy(() -> fit("reservoir", "washout = 5000", torus()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a washout of 5000 rows leaves nothing");
  }
}
