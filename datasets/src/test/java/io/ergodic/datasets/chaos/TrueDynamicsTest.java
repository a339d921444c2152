package io.ergodic.datasets.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrueDynamicsTest {
  private static Manifest file(String truth, boolean standardise, Scaler scaler) throws Exception {
    return new Manifest(
        Manifest.VERSION,
        "file",
        "0".repeat(64),
        "npy",
        1,
        0,
        new ObjectMapper().readTree("{\"truth\": " + truth + "}"),
        Schema.series(List.of("a", "b", "c"), 0.01, 0, standardise, Map.of()),
        List.of(),
        Map.of(),
        scaler);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void reproducesADatasetRowByRow(String standardise) {
    Rows rows =
        Rows.of("flow", "system = Halvorsen, length = 500, standardise = " + standardise, 3);
    Manifest manifest = rows.manifest();
    Dynamics truth = TrueDynamics.of(manifest).orElseThrow();
    Series test = rows.series(Split.TEST).get(0);
    double[] seen = test.values().clone();
    if (manifest.schema().standardise()) {
      manifest.scaler().apply(seen);
    }
    double[] state = new double[3];
    for (int k = 1; k < test.length(); k++) {
      truth.initialise(seen, k, state);
      truth.step(state, state);
      for (int c = 0; c < 3; c++) {
        assertThat(state[c]).isCloseTo(seen[k * 3 + c], within(2e-9));
      }
    }
  }

  @Test
  void jacobianIsTheDerivativeOfTheStep() {
    Rows rows = Rows.of("flow", "system = Lorenz, length = 500, pointsPerPeriod = 20", 3);
    Dynamics truth = TrueDynamics.of(rows.manifest()).orElseThrow();
    double[] state = {0.3, -0.2, 0.5};
    double[] jacobian = new double[9];
    truth.jacobian(state, jacobian);
    double h = 1e-4;
    double[] ahead = new double[3];
    double[] behind = new double[3];
    for (int j = 0; j < 3; j++) {
      double[] moved = state.clone();
      moved[j] += h;
      truth.step(moved, ahead);
      moved[j] -= 2 * h;
      truth.step(moved, behind);
      for (int i = 0; i < 3; i++) {
        double difference = (ahead[i] - behind[i]) / (2 * h);
        assertThat(jacobian[i * 3 + j]).isCloseTo(difference, within(1e-5));
      }
    }
  }

  @Test
  void ofAFileUsesItsMomentsWhenCoordinatesAreAffine() throws Exception {
    // a file that is Lorenz times 2 plus 5, with the noise of a twentieth in its deviation
    ChaoticFlow lorenz = ChaoticFlow.standard(ChaoticSystem.registry().get("Lorenz", "test"));
    double[] run = FlowSampling.sample(lorenz, lorenz.start(), 100, 0.1, 60_000);
    Scaler own = FlowSampling.moments(run, 3).scaler();
    double inflation = Math.sqrt(1 + 0.05 * 0.05);
    double[] mean = new double[3];
    double[] deviation = new double[3];
    for (int c = 0; c < 3; c++) {
      mean[c] = 5 + 2 * own.mean()[c];
      deviation[c] = 2 * own.deviation()[c] * inflation;
    }
    Scaler scaler = new Scaler(mean, deviation);
    String truth = "{\"system\": \"Lorenz\", \"noise\": 0.05}";
    Dynamics raw = TrueDynamics.of(file(truth, false, scaler)).orElseThrow();
    Dynamics standardised = TrueDynamics.of(file(truth, true, scaler)).orElseThrow();
    double[] here = FlowSampling.sample(lorenz, lorenz.start(), 50, 0.01, 2);
    double[] state = new double[3];
    double[] scaled = new double[3];
    for (int c = 0; c < 3; c++) {
      state[c] = 5 + 2 * here[c];
      scaled[c] = (state[c] - mean[c]) / deviation[c];
    }
    raw.step(state, state);
    standardised.step(scaled, scaled);
    for (int c = 0; c < 3; c++) {
      // the moments of two finite runs differ by some hundredths of a deviation
      assertThat(state[c]).isCloseTo(5 + 2 * here[3 + c], within(0.05 * deviation[c]));
      assertThat(scaled[c] * deviation[c] + mean[c]).isCloseTo(state[c], within(1e-9));
    }
  }

  @Test
  void ofAFileInTheCoordinatesOfTheEquations() throws Exception {
    Scaler scaler = new Scaler(new double[] {1, 2, 3}, new double[] {4, 5, 6});
    String text = "{\"system\": \"Lorenz\", \"coordinates\": \"same\", \"step\": 0.02}";
    Dynamics truth = TrueDynamics.of(file(text, true, scaler)).orElseThrow();
    ChaoticFlow lorenz = ChaoticFlow.standard(ChaoticSystem.registry().get("Lorenz", "test"));
    double[] here = FlowSampling.sample(lorenz, lorenz.start(), 50, 0.02, 2);
    scaler.apply(here);
    double[] state = {here[0], here[1], here[2]};
    truth.step(state, state);
    assertThat(state[0]).isCloseTo(here[3], within(1e-8));
    assertThat(state[2]).isCloseTo(here[5], within(1e-8));
  }

  @Test
  void isUnknownWithoutTruthAndCheckedWithOne() throws Exception {
    Scaler scaler = new Scaler(new double[3], new double[] {1, 1, 1});
    assertThat(TrueDynamics.of(file("null", true, scaler))).isEmpty();
    assertThatThrownBy(() -> TrueDynamics.of(file("{\"system\": \"Lorenz96\"}", true, scaler)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("file.truth.system: Lorenz96 has 4 variables, the data 3");
    assertThatThrownBy(() -> TrueDynamics.of(file("{\"system\": \"Lorentz\"}", true, scaler)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("did you mean 'Lorenz'");
  }

  @Test
  void truthCanBeCheckedBeforeTheDataIsMade() {
    Settings good = Settings.parse("system = Lorenz, noise = 0.05", "datasets.x.truth");
    TrueDynamics.check(good, 3);
    assertThatThrownBy(() -> TrueDynamics.check(good, 4))
        .hasMessage("datasets.x.truth.system: Lorenz has 3 variables, the data 4");
    Settings bad = Settings.parse("system = Lorenz, nose = 0.05", "datasets.x.truth");
    assertThatThrownBy(() -> TrueDynamics.check(bad, 3))
        .hasMessageStartingWith("datasets.x.truth.nose: unknown key; did you mean 'noise'");
  }
}
