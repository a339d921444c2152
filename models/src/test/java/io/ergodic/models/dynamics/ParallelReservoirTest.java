package io.ergodic.models.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.TangentDynamics;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Resources;
import io.ergodic.models.training.Accumulation;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.Trained;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Reservoirs side by side on a ring of eight sites, the Lorenz-96 system. */
class ParallelReservoirTest {
  private static final int SITES = 8;
  private static final int ROWS = 1200;
  private static final String SMALL = "units = 40, degree = 4, washout = 50, ridge = 1e-6";
  private static final double[] SERIES = lorenz96();
  private static final SeriesDataset DATA =
      FittedDynamics.dataset(
          SITES,
          0.05,
          Arrays.copyOf(SERIES, 700 * SITES),
          Arrays.copyOfRange(SERIES, 700 * SITES, ROWS * SITES));

  /** At f = 8, about mean 0 and deviation 1, by Heun's steps of a hundredth. */
  private static double[] lorenz96() {
    double[] values = new double[ROWS * SITES];
    double[] x = new double[SITES];
    x[0] = 0.1;
    for (int t = -400; t < ROWS; t++) {
      for (int k = 0; k < 5; k++) {
        double[] here = slope(x);
        double[] ahead = new double[SITES];
        Arrays.setAll(ahead, i -> x[i] + 0.01 * here[i]);
        double[] there = slope(ahead);
        Arrays.setAll(x, i -> x[i] + 0.005 * (here[i] + there[i]));
      }
      for (int i = 0; t >= 0 && i < SITES; i++) {
        values[t * SITES + i] = (x[i] - 2.3) / 3.6;
      }
    }
    return values;
  }

  private static double[] slope(double[] x) {
    double[] slope = new double[SITES];
    for (int i = 0; i < SITES; i++) {
      double before = x[(i + SITES - 1) % SITES];
      slope[i] = (x[(i + 1) % SITES] - x[(i + SITES - 2) % SITES]) * before - x[i] + 8;
    }
    return slope;
  }

  private static double[] started(Dynamics dynamics) {
    double[] state = new double[dynamics.stateDimension()];
    dynamics.initialise(SERIES, 800, state);
    return state;
  }

  @Test
  void aGroupSeesItsNeighboursAroundTheRing() {
    LocalGroups groups = new LocalGroups(6, 3, 1, false);
    double[] seen = new double[4];
    double[] row = {9, 0, 1, 2, 3, 4, 5};
    groups.gather(0, row, 1, seen);
    assertThat(seen).containsExactly(5, 0, 1, 2);
    groups.gather(2, row, 1, seen);
    assertThat(seen).containsExactly(3, 4, 5, 0);
  }

  @Test
  void oneGroupIsAReservoir() {
    Settings read = Settings.parse(SMALL, "model");
    ReservoirSettings settings = ReservoirSettings.read(read, SITES);
    long seed = RandomStreams.derive(-3, "local reservoir", 0);
    ReservoirSolver alone = new ReservoirSolver(SITES, settings, seed);
    for (Batch batch : new Sequential(new Segments(DATA.series(Split.TRAIN), 50), 1)) {
      alone.accumulate(batch);
    }
    double[] expected = alone.solve();
    double[] found =
        FittedDynamics.train("parallel-reservoir", SMALL + ", groups = 1", DATA)
            .weights()
            .doubles();
    assertThat(ReservoirSolver.seed(found)).isEqualTo(-3);
    assertThat(Arrays.copyOfRange(found, 2, found.length))
        .containsExactly(Arrays.copyOfRange(expected, 2, expected.length), within(1e-6));
  }

  /** Where no place differs from another, what is shifted by a group goes on shifted. */
  @Test
  void aSharedReadOutDoesNotKnowItsPlace() {
    Dynamics dynamics =
        FittedDynamics.fit(
            "parallel-reservoir", SMALL + ", groups = 4, overlap = 3, shared = true", DATA);
    double[] state = started(dynamics);
    double[] shifted = new double[state.length];
    for (int g = 0; g < 4; g++) {
      System.arraycopy(state, g * 40, shifted, (g + 1) % 4 * 40, 40);
    }
    for (int i = 0; i < SITES; i++) {
      shifted[160 + (i + 2) % SITES] = state[160 + i];
    }
    for (int t = 0; t < 5; t++) {
      dynamics.step(state, state);
      dynamics.step(shifted, shifted);
    }
    for (int i = 0; i < SITES; i++) {
      assertThat(shifted[160 + (i + 2) % SITES]).isEqualTo(state[160 + i]);
    }
  }

  @Test
  void tangentsAreThoseOfTheSteps() {
    TangentDynamics dynamics =
        (TangentDynamics)
            FittedDynamics.fit("parallel-reservoir", SMALL + ", groups = 2, overlap = 1", DATA);
    double[] state = started(dynamics);
    int size = dynamics.stateDimension();
    assertThat(size).isEqualTo(2 * 40 + SITES);
    FittedDynamics.checkJacobian(dynamics, state, 1e-6);
    RandomGenerator random = RandomStreams.stream(3, "tangent");
    double[] tangent = random.doubles(size, -1, 1).toArray();
    double[] image = new double[size];
    double[] jacobian = new double[size * size];
    dynamics.push(state, tangent, image);
    dynamics.jacobian(state, jacobian);
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += jacobian[i * size + j] * tangent[j];
      }
      assertThat(image[i]).isCloseTo(sum, within(1e-12));
    }
  }

  @Test
  void neighboursHelp() {
    double seeing = errorAfter(3, "groups = 4, overlap = 2");
    double blind = errorAfter(3, "groups = 4, overlap = 0");
    assertThat(seeing).isLessThan(0.7 * blind);
  }

  /** Root mean square over ten starts. */
  private static double errorAfter(int steps, String settings) {
    String larger = "units = 150, degree = 4, washout = 50, ridge = 1e-6, " + settings;
    Dynamics dynamics = FittedDynamics.fit("parallel-reservoir", larger, DATA);
    double[] state = new double[dynamics.stateDimension()];
    double[] seen = new double[SITES];
    double sum = 0;
    for (int start = 800; start < 1100; start += 30) {
      dynamics.initialise(SERIES, start, state);
      for (int k = 0; k < steps; k++) {
        dynamics.step(state, state);
      }
      dynamics.observe(state, seen);
      for (int i = 0; i < SITES; i++) {
        sum += Math.pow(seen[i] - SERIES[(start - 1 + steps) * SITES + i], 2);
      }
    }
    return Math.sqrt(sum / (10 * SITES));
  }

  /** A part of the pass has the sums of its groups alone, and all parts together the bits. */
  @Test
  void partsHoldWhatTheySaw() {
    Trainable.Solved solved = (Trainable.Solved) prepared("groups = 4, overlap = 1, noise = 1e-3");
    // Two series a group.
    assertThat(Accumulation.leaves(solved.batches())).isEqualTo(8);
    LocalReservoirSolver sent = (LocalReservoirSolver) solved.solvers().get();
    sent.restore(Accumulation.of(solved, 0, 4, () -> {}).total(solved.solvers()).statistics());
    assertThat(sent.statistics()).hasSize(2 * (1 + 40 * 41 / 2 + 40 * 2 + 2));
    sent.merge(Accumulation.of(solved, 4, 8, () -> {}).total(solved.solvers()));
    assertThat(sent.solve())
        .isEqualTo(Accumulation.of(solved, 0, 8, () -> {}).total(solved.solvers()).solve())
        .hasSize(2 + 4 * 40 * 2);
    assertThat(sent.parameterCount()).isEqualTo(4 * 40 * 2);
  }

  private static Trainable prepared(String settings) {
    return FittedDynamics.model("parallel-reservoir", SMALL + ", " + settings, DATA)
        .prepare(FittedDynamics.context(DATA));
  }

  @Test
  void storedReservoirsAreTheSame() {
    String settings = SMALL + ", groups = 2";
    Trained trained = FittedDynamics.train("parallel-reservoir", settings, DATA);
    Dynamics before = (Dynamics) trained.model();
    Dynamics after =
        (Dynamics)
            FittedDynamics.model("parallel-reservoir", settings, DATA)
                .restore(trained.weights(), Resources.ONE_CORE)
                .model();
    double[] state = started(before);
    double[] again = started(after);
    for (int t = 0; t < 20; t++) {
      before.step(state, state);
      after.step(again, again);
    }
    assertThat(again).isEqualTo(state);
  }

  @Test
  void badSettingsAreRefused() {
    assertRefused("groups = 3", "must divide the 8 variables of the data, not 3");
    assertRefused("groups = 2, overlap = 3", "overlap");
    assertRefused("units = 4, degree = 2", "4 cannot be fed by 7 variables");
    assertRefused("units = 20000", "more than 2^30 products");
  }

  private static void assertRefused(String settings, String message) {
    assertThatThrownBy(() -> FittedDynamics.fit("parallel-reservoir", settings, DATA))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
