package io.ergodic.datasets.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Angles and phases of drives as columns, and the truth behind them. */
class PeriodicColumnsTest {
  private static Rows flow(String settings) {
    return Rows.of("flow", settings, 11);
  }

  private static double[] train(Rows rows) {
    return rows.series(Split.TRAIN).get(0).values();
  }

  @ParameterizedTest
  @CsvSource({
    "Duffing, 3, x y sin_z cos_z, x y mod_z",
    "BlinkingRotlet, 3, x y sin_z cos_z, x y mod_z",
    "SwingingAtwood, 4, x sin_y cos_y z w, x mod_y z w",
    "ArnoldBeltramiChildress, 3, sin_x cos_x sin_y cos_y sin_z cos_z, mod_x mod_y mod_z",
    "BickleyJet, 3, x sin_y cos_y z, x mod_y z"
  })
  void angleAndPhaseBecomeSineAndCosineUnlessToldOtherwise(
      String system, int n, String embedded, String wrapped) {
    String settings = "system = " + system + ", length = 400, transient = 3";
    Rows plain = flow(settings + ", periodic = unwrapped");
    Rows usual = flow(settings);
    Rows mod = flow(settings + ", periodic = wrap");
    assertThat(usual.plan().schema().columns()).containsExactly(embedded.split(" "));
    assertThat(mod.plan().schema().columns()).containsExactly(wrapped.split(" "));
    List<String> names = usual.plan().schema().columns();
    ChaoticFlow flow = ChaoticFlow.standard(ChaoticSystem.registry().get(system, "test"));
    for (int row = 0; row < 400; row++) {
      for (int i = 0, column = 0; i < n; i++, column++) {
        double value = train(plain)[row * n + i];
        double length = flow.periodic().getOrDefault(i, 0.0);
        double seen = train(usual)[row * names.size() + column];
        double rest = train(mod)[row * n + i];
        if (names.get(column).startsWith("sin_")) {
          double angle = 2 * Math.PI * (value / length);
          assertThat(seen).isCloseTo(StrictMath.sin(angle), within(1e-11));
          column++;
          assertThat(train(usual)[row * names.size() + column])
              .isCloseTo(StrictMath.cos(angle), within(1e-11));
          assertThat(rest).isBetween(0.0, Math.nextDown(length));
          double turns = (value - rest) / length;
          assertThat(turns).isCloseTo(Math.rint(turns), within(1e-9));
        } else {
          assertThat(seen).isEqualTo(value);
          assertThat(rest).isEqualTo(value);
        }
      }
    }
  }

  /** What the setting does not change is not hashed: old data keep their names. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "system = Lorenz | ''",
        "system = Lorenz, periodic = wrap | ''",
        "system = Duffing | sine-cosine",
        "system = Duffing, periodic = sine-cosine | sine-cosine",
        "system = Duffing, periodic = wrap | wrap",
        "system = Duffing, periodic = unwrapped | ''",
        "system = Duffing, coordinates = [0, 1] | ''",
        "system = Duffing, coordinates = [2] | sine-cosine",
        "system = BickleyJet, coordinates = [0, 2] | ''",
      })
  void countsOnlyWhereItChangesSomething(String settings, String counted) {
    assertThat(Rows.plan("flow", settings, 1).effective()).containsEntry("periodic", counted);
  }

  @Test
  void coordinatesAreStillThoseOfTheSystem() {
    String settings = "system = Duffing, length = 50, coordinates = ";
    Rows all = flow("system = Duffing, length = 50");
    Rows some = flow(settings + "[2, 0]");
    assertThat(some.plan().schema().columns()).containsExactly("sin_z", "cos_z", "x");
    for (int row = 0; row < 50; row++) {
      assertThat(train(some)[row * 3]).isEqualTo(train(all)[row * 4 + 2]);
      assertThat(train(some)[row * 3 + 1]).isEqualTo(train(all)[row * 4 + 3]);
      assertThat(train(some)[row * 3 + 2]).isEqualTo(train(all)[row * 4]);
    }
  }

  /** Of an unwrapped phase the deviation is that of its whole course: noise would drown it. */
  @Test
  void noiseIsThatOfTheColumns() {
    Rows noisy = flow("system = Duffing, length = 4000, observationNoise = 0.1");
    Rows clean = flow("system = Duffing, length = 4000");
    double squares = 0;
    for (int row = 0; row < 4000; row++) {
      double error = train(noisy)[row * 4 + 2] - train(clean)[row * 4 + 2];
      squares += error * error;
    }
    // a sine has a deviation of 1 over the root of 2
    assertThat(Math.sqrt(squares / 4000)).isCloseTo(0.1 / Math.sqrt(2), within(0.004));
    double[] wrapped =
        train(flow("system = Duffing, length = 4000, observationNoise = 0.1, periodic = wrap"));
    for (int row = 0; row < 4000; row++) {
      assertThat(wrapped[row * 3 + 2]).isBetween(0.0, Math.nextDown(2 * Math.PI));
    }
  }

  /** The repeat of this one is its parameter tau. */
  @Test
  void aRepeatChangesWithItsParameter() {
    String settings = "system = LidDrivenCavityFlow, length = 60, transient = 2, parameters.tau = ";
    double[] plain = train(flow(settings + "[0.9, 1.4], periodic = unwrapped"));
    Rows swept = flow(settings + "[0.9, 1.4], trajectories { train = 1 }");
    for (int i = 0; i < 2; i++) {
      double[] own = swept.series(Split.TRAIN).get(i).values();
      double[] alone =
          flow(settings + "[0.9, 1.4], periodic = unwrapped").series(Split.TRAIN).get(i).values();
      double tau = i == 0 ? 0.9 : 1.4;
      assertThat(own[4 * 30 + 2])
          .isCloseTo(StrictMath.sin(2 * Math.PI * alone[3 * 30 + 2] / tau), within(1e-10));
    }
    assertThat(plain).hasSize(180);
  }

  @Test
  void anglesOfMapsToo() {
    Rows usual = Rows.of("map", "system = Chirikov, length = 300", 2);
    Rows plain = Rows.of("map", "system = Chirikov, length = 300, periodic = unwrapped", 2);
    assertThat(usual.plan().schema().columns()).containsExactly("sin_x", "cos_x", "sin_y", "cos_y");
    assertThat(train(usual)[4]).isCloseTo(StrictMath.sin(train(plain)[2]), within(1e-15));
    assertThat(Rows.plan("map", "system = Henon", 1).effective()).containsEntry("periodic", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Duffing, standardise = true",
        "Duffing, standardise = false",
        "Duffing, periodic = wrap",
        "DoublePendulum, pointsPerPeriod = 40",
        "TurchinHanski, standardise = true",
        "ArnoldWeb, standardise = true",
      })
  void theTruthReproducesTheColumnsRowByRow(String system) {
    Rows rows = flow("system = " + system + ", length = 400");
    Dynamics truth = TrueDynamics.of(rows.manifest()).orElseThrow();
    int columns = rows.plan().schema().dimension();
    assertThat(truth.observedDimension()).isEqualTo(columns);
    Series test = rows.series(Split.TEST).get(0);
    double[] seen = test.values().clone();
    if (rows.manifest().schema().standardise()) {
      rows.manifest().scaler().apply(seen);
    }
    double[] state = new double[truth.stateDimension()];
    double[] observation = new double[columns];
    for (int k = 1; k < test.length(); k++) {
      truth.initialise(seen, k, state);
      truth.step(state, state);
      truth.observe(state, observation);
      for (int c = 0; c < columns; c++) {
        double error = Math.abs(observation[c] - seen[k * columns + c]);
        boolean jumps = rows.plan().schema().columns().get(c).startsWith("mod_") && error > 1;
        assertThat(jumps ? 0 : error).isLessThan(2e-7);
      }
    }
  }

  /** The same orbit as without, and free of the growth of the phase. */
  @Test
  void theTruthOfColumnsIsTheTruthOfTheSystem() {
    String settings = "system = Duffing, length = 2000, standardise = false";
    Rows usual = flow(settings);
    Rows plain = flow(settings + ", periodic = unwrapped");
    Dynamics embedded = TrueDynamics.of(usual.manifest()).orElseThrow();
    Dynamics unwrapped = TrueDynamics.of(plain.manifest()).orElseThrow();
    double[] state = new double[3];
    double[] other = new double[3];
    embedded.initialise(train(usual), 1, state);
    unwrapped.initialise(train(plain), 1, other);
    double[] seen = new double[4];
    double[] jacobian = new double[9];
    double[] same = new double[9];
    for (int k = 0; k < 300; k++) {
      embedded.observe(state, seen);
      assertThat(seen[0]).isCloseTo(other[0], within(1e-7));
      assertThat(seen[2]).isCloseTo(StrictMath.sin(other[2]), within(1e-9));
      assertThat(seen[3]).isCloseTo(StrictMath.cos(other[2]), within(1e-9));
      embedded.jacobian(state, jacobian);
      unwrapped.jacobian(other, same);
      assertThat(jacobian).usingComparatorWithPrecision(1e-6).containsExactly(same);
      embedded.step(state, state);
      unwrapped.step(other, other);
      assertThat(state[2]).isBetween(0.0, 2 * Math.PI);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Duffing", "DoublePendulum", "BlinkingVortex"})
  void jacobianIsTheDerivativeOfTheStep(String system) {
    Rows rows = flow("system = " + system + ", length = 300");
    Dynamics truth = TrueDynamics.of(rows.manifest()).orElseThrow();
    double[] seen = rows.series(Split.TEST).get(0).values().clone();
    rows.manifest().scaler().apply(seen);
    int n = truth.stateDimension();
    double[] state = new double[n];
    truth.initialise(seen, 100, state);
    double[] jacobian = new double[n * n];
    truth.jacobian(state, jacobian);
    double[] ahead = new double[n];
    double[] behind = new double[n];
    double h = 1e-5;
    for (int j = 0; j < n; j++) {
      double[] moved = state.clone();
      moved[j] += h;
      truth.step(moved, ahead);
      moved[j] -= 2 * h;
      truth.step(moved, behind);
      for (int i = 0; i < n; i++) {
        assertThat((ahead[i] - behind[i]) / (2 * h))
            .isCloseTo(jacobian[i * n + j], within(2e-5 * Math.max(1, Math.abs(jacobian[i]))));
      }
    }
  }

  @Test
  void saysWhatGrowsAndWhatIsUnknown() {
    assertThat(Rows.plan("flow", "system = Duffing, periodic = unwrapped", 1).notes())
        .singleElement()
        .asString()
        .startsWith("z of Duffing may grow without end");
    assertThat(Rows.plan("flow", "system = BickleyJet", 1).notes()).hasSize(1);
    assertThat(Rows.plan("flow", "system = Duffing", 1).notes()).isEmpty();
    assertThat(Rows.plan("flow", "system = Lorenz, periodic = unwrapped", 1).notes()).isEmpty();
    assertThatThrownBy(() -> Rows.plan("flow", "system = Duffing, periodic = sinecosine", 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(
            "datasets.x.periodic: unknown value 'sinecosine'; did you mean 'sine-cosine'");
  }
}
