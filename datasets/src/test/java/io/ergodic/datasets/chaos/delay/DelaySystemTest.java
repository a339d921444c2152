package io.ergodic.datasets.chaos.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.integrate.DelayTrajectory;
import io.ergodic.datasets.integrate.Tolerance;
import io.ergodic.datasets.invariant.DelaySubjects;
import io.ergodic.datasets.invariant.Estimate;
import io.ergodic.datasets.invariant.LyapunovEstimator;
import io.ergodic.datasets.invariant.LyapunovSettings;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DelaySystemTest {
  static Stream<DelayEquation> equations() {
    return DelaySystem.registry().all().stream().map(DelayEquation::standard);
  }

  private static List<Estimate> exponents(DelayEquation equation, int vectors, int delays) {
    double counted = delays * equation.delay() / equation.period();
    return LyapunovEstimator.estimate(
            DelaySubjects.subject("test", equation, vectors),
            LyapunovSettings.standard(equation.period())
                .discard(100 * equation.delay() / equation.period())
                .lengths(counted, counted))
        .exponents();
  }

  @ParameterizedTest
  @MethodSource("equations")
  void derivativesAreRight(DelayEquation equation) {
    double[] present = new double[1];
    double[] past = new double[1];
    double[] up = new double[1];
    double[] down = new double[1];
    double h = 1e-6;
    for (double x = 0.15; x < 1.5; x += 0.2) {
      double y = 1.6 - x;
      equation.jacobians(new double[] {x}, new double[] {y}, present, past);
      equation.derivative(new double[] {x + h}, new double[] {y}, up);
      equation.derivative(new double[] {x - h}, new double[] {y}, down);
      assertThat(present[0]).isCloseTo((up[0] - down[0]) / (2 * h), within(1e-6));
      equation.derivative(new double[] {x}, new double[] {y + h}, up);
      equation.derivative(new double[] {x}, new double[] {y - h}, down);
      assertThat(past[0]).isCloseTo((up[0] - down[0]) / (2 * h), within(1e-6));
    }
    assertThat(equation.system().card().citation()).containsPattern("\\d{4}");
    assertThat(equation.system().getClass().getSimpleName()).isEqualTo(equation.system().name());
  }

  @ParameterizedTest
  @MethodSource("equations")
  void staysBoundedAndChaotic(DelayEquation equation) {
    Estimate largest = exponents(equation, 2, 2000).get(0);
    assertThat(largest.value()).as("%s", equation).isGreaterThan(3 * largest.standardError());
    double[] x = new double[1];
    new DelayTrajectory(equation, new Tolerance(1e-6, 1e-6), equation.start())
        .at(100 * equation.delay(), x, 0);
    assertThat(Math.abs(x[0])).isLessThan(200);
  }

  /** Independent values: RK4 with Hermite history over 4000 delays, with their standard errors. */
  @ParameterizedTest
  @CsvSource({
    "MackeyGlass, 0.0052, 0.0001",
    "IkedaDelay, 0.4547, 0.002",
    "ScrollDelay, 0.0284, 0.001",
    "SprottDelay, 0.0449, 0.004"
  })
  void exponentsAgreeWithIndependentOnes(String name, double known, double error) {
    DelayEquation equation = DelayEquation.standard(DelaySystem.registry().get(name, "test"));
    Estimate largest = exponents(equation, 1, 3000).get(0);
    assertThat(largest.value())
        .isCloseTo(known, within(4 * Math.hypot(error, largest.standardError())));
  }

  @Test
  void mackeyGlassIsPeriodicAtTheDatabasesDelay() {
    DelayEquation periodic =
        DelayEquation.read(Settings.parse("system = MackeyGlass, parameters.tau = 16", ""));
    List<Estimate> exponents = exponents(periodic, 2, 1000);
    assertThat(exponents.get(0).value()).isCloseTo(0, within(3e-4));
    assertThat(exponents.get(1).value()).isLessThan(-1e-3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "system = MackyGlass | unknown delay equation 'MackyGlass'; did you mean 'MackeyGlass'",
        "system = MackeyGlass, parameters.tau = 0 | parameters.tau: must be positive"
      })
  void saysWhatIsWrong(String settings, String message) {
    assertThatThrownBy(() -> DelayEquation.read(Settings.parse(settings, "")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
