package io.ergodic.datasets.chaos.written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.Rows;
import io.ergodic.datasets.chaos.TrueDynamics;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.invariant.FlowSubjects;
import io.ergodic.datasets.invariant.LyapunovEstimate;
import io.ergodic.datasets.invariant.LyapunovEstimator;
import io.ergodic.datasets.invariant.LyapunovSettings;
import io.ergodic.datasets.invariant.Status;
import io.ergodic.datasets.invariant.Subject;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OdeSourceTest {
  private static final String LORENZ =
      "equations { x = \"sigma*(y - x)\", y = \"x*(rho - z) - y\", z = \"x*y - beta*z\" },"
          + " parameters { beta = 2.6666666666666665, rho = 28, sigma = 10 },"
          + " start { x = -9.7869288, y = -15.03852, z = 20.533978 }, period = 1.5008";

  private static final String DUFFING =
      "equations { x = y, y = \"-delta*y + x - x^3 + gamma*cos(omega*t)\" },"
          + " parameters { delta = 0.1, gamma = 0.35, omega = 1.4 },"
          + " start { x = -1.1635382, y = -0.5092374 }, period = 7.4496";

  private static ChaoticFlow flow(String settings) {
    return new OdeSource().flow(Settings.parse(settings, "datasets.x"));
  }

  /** The same operations in the same order: one batch of the flow goes through vector lanes. */
  @ParameterizedTest
  @CsvSource({
    "'length = 300, observationNoise = 0.1'",
    "'length = 200, trajectories { train = 8, validation = 0, test = 0 }, parameters.rho { from = 28, to = 30, count = 3 }'",
    "'length = 100, split = time'",
  })
  void writtenOutItHasTheBytesOfTheCatalogue(String more) {
    Rows written = Rows.of("ode", LORENZ + ", " + more, 7);
    Rows known = Rows.of("flow", "system = Lorenz, " + more, 7);
    assertThat(written.plan().schema().columns()).isEqualTo(known.plan().schema().columns());
    assertThat(written.series(Split.TRAIN)).isNotEmpty();
    for (int i = 0; i < written.series(Split.TRAIN).size(); i++) {
      assertThat(written.series(Split.TRAIN).get(i).values())
          .isEqualTo(known.series(Split.TRAIN).get(i).values());
    }
  }

  @ParameterizedTest
  @CsvSource({"Lorenz, 3", "Duffing, 3"})
  void velocityAndJacobianAreThoseOfTheCatalogue(String name, int n) {
    ChaoticFlow written = flow(name.equals("Lorenz") ? LORENZ : DUFFING);
    ChaoticFlow known = ChaoticFlow.standard(ChaoticSystem.registry().get(name, "test"));
    double[] state = {0.3, -0.7, 1.9};
    // the catalogue's last coordinate is the phase omega t, here it is t
    double[] other = name.equals("Lorenz") ? state : new double[] {0.3, -0.7, 1.4 * 1.9};
    double[] ours = new double[n];
    double[] theirs = new double[n];
    written.derivative(state, ours);
    known.derivative(other, theirs);
    assertThat(ours[0]).isCloseTo(theirs[0], within(1e-15));
    assertThat(ours[1]).isCloseTo(theirs[1], within(1e-15));
    double[] jacobian = new double[n * n];
    double[] expected = new double[n * n];
    written.jacobian(state, jacobian);
    known.jacobian(other, expected);
    for (int i = 0; i < n * n; i++) {
      double factor = !name.equals("Lorenz") && i == 5 ? 1.4 : 1;
      assertThat(jacobian[i]).isCloseTo(factor * expected[i], within(1e-14));
    }
  }

  @Test
  void timeIsACoordinateThatTheRepeatTurnsIntoAPhase() {
    String repeat = ", repeats { t = \"2*pi/omega\" }, length = 300, standardise = false";
    Rows rows = Rows.of("ode", DUFFING + repeat, 3);
    assertThat(rows.plan().schema().columns()).containsExactly("x", "y", "sin_t", "cos_t");
    assertThat(rows.plan().notes()).isEmpty();
    Dynamics truth = TrueDynamics.of(rows.manifest()).orElseThrow();
    double[] seen = rows.series(Split.TEST).get(0).values();
    double[] state = new double[3];
    double[] next = new double[4];
    for (int k = 1; k < 300; k++) {
      truth.initialise(seen, k, state);
      truth.step(state, state);
      truth.observe(state, next);
      for (int c = 0; c < 4; c++) {
        assertThat(next[c]).isCloseTo(seen[k * 4 + c], within(1e-8));
      }
    }
    Rows without = Rows.of("ode", DUFFING + ", length = 20", 3);
    assertThat(without.plan().schema().columns()).containsExactly("x", "y", "t");
    assertThat(without.plan().notes()).singleElement().asString().startsWith("t of ode may grow");
  }

  @Test
  void itsExponentIsThatOfTheCatalogue() {
    Subject written = FlowSubjects.subject("mine", flow(LORENZ));
    LyapunovEstimate estimate =
        LyapunovEstimator.estimate(written, LyapunovSettings.standard(written).seconds(1));
    assertThat(estimate.status()).isEqualTo(Status.CHAOTIC);
    assertThat(estimate.largest().value()).isCloseTo(0.9056, within(0.05));
  }

  @Test
  void variablesComeInTheOrderOfTheirNumbersOrAsToldOtherwise() {
    String twelve =
        "equations { x10 = \"-x10\", x2 = \"-x2\", x1 = \"x2 - x1\" }, period = 1,"
            + " start { x1 = 1, x2 = 1, x10 = 1 }";
    assertThat(Rows.plan("ode", twelve, 1).schema().columns()).containsExactly("x1", "x2", "x10");
    assertThat(Rows.plan("ode", twelve + ", variables = [x10, x1, x2]", 1).schema().columns())
        .containsExactly("x10", "x1", "x2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "period = 1 | datasets.x.equations: needs 1 to 256 variables",
        "equations { x = 'x +' } | datasets.x.equations.x: column 4: the equation ends",
        "equations { x = 'y' } | datasets.x.equations.x: column 1: unknown name 'y'",
        "equations { x = '-x' }, period = 1 | datasets.x.start.x: required",
        "equations { x = '-x' }, start { x = 1, y = 2 } | datasets.x.start.y: unknown key",
        "equations { x = '-x' }, start { x = 1 } | datasets.x.period: required",
        "equations { sin = 'x' } | datasets.x.equations.sin: the name of a function",
        "equations { x = '-x' }, parameters { x = 1 } | datasets.x.parameters.x: the name of a variable",
        "equations { x = '-x' }, variables = [y] | datasets.x.variables: must name each of x once",
        "equations { x = '-x' }, start { x = 1 }, period = 1, repeats { y = 1 } | datasets.x.repeats.y: no variable",
        "equations { x = '-x' }, start { x = 1 }, period = 1, repeats { x = 0 } | datasets.x.repeats.x: must be a length other",
        "equations { x = '-a*x' }, parameters { a { jitter = 1 } }, start { x = 1 }, period = 1 | datasets.x.parameters.a: must be a number",
        "equations { x = '-x' }, parameterJitter = 0.1 | datasets.x.parameterJitter: draws parameters that",
        "equations { x = '-x' }, start { x = 1 }, period = 1, lenght = 3 | datasets.x.lenght: unknown key",
      })
  void saysWhatIsWrong(String settings, String message) {
    assertThatThrownBy(() -> Rows.plan("ode", settings.replace('\'', '"'), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(message);
  }
}
