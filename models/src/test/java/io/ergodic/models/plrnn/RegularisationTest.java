package io.ergodic.models.plrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Gradients of the penalties against finite differences of the penalties as the papers have them.
 */
class RegularisationTest {
  private static final ShallowArchitecture SHALLOW = new ShallowArchitecture(5, 4);
  private static final AlmostLinearArchitecture ALMOST = new AlmostLinearArchitecture(5, 2);

  @Test
  void latentPenaltySparesThresholds() {
    DendriticArchitecture dendritic = new DendriticArchitecture(3, 4, true);
    int thresholds = dendritic.parameterCount() - 12;
    check(
        dendritic, "latent = 0.3", p -> 0.3 * (squares(p, 0, 3, 1) + squares(p, 3, thresholds, 0)));
    check(
        SHALLOW,
        "latent = 0.3",
        p -> 0.3 * (squares(p, 0, 5, 1) + squares(p, 5, SHALLOW.parameterCount(), 0)));
  }

  /** Three of five states are held: 0.7 x 5 rounded down. */
  @Test
  void manifoldHoldsTheLastStates() {
    check(
        SHALLOW,
        "manifold = 0.2, part = 0.7",
        p ->
            0.2
                * (Math.sqrt(squares(p, 2, 5, 1))
                    + Math.sqrt(squares(p, 5 + 2 * 4, 5 + 5 * 4, 0))
                    + Math.sqrt(squares(p, 5 + 2 * 20 + 2, 5 + 2 * 20 + 5, 0))));
    check(
        ALMOST,
        "manifold = 0.2, part = 0.4, squared = true",
        p ->
            0.2
                * (squares(p, 3, 5, 1)
                    + squares(p, 5 + 3 * 5, 5 + 5 * 5, 0)
                    + squares(p, 5 + 25 + 3, 5 + 25 + 5, 0)));
    VanillaArchitecture vanilla = new VanillaArchitecture(4, false);
    check(
        vanilla,
        "manifold = 1, part = 0.5",
        p ->
            Math.sqrt(squares(p, 2, 4, 1))
                + Math.sqrt(squares(p, 4 + 2 * 3, 4 + 4 * 3, 0))
                + Math.sqrt(squares(p, 16 + 2, 16 + 4, 0)));
  }

  @Test
  void convergencePenaltyIsThatOfTheDiagonal() {
    check(ALMOST, "convergence = 0.1", p -> 0.1 * forgetting(p, 5, true));
    check(SHALLOW, "convergence = 0.1", p -> 0.1 * forgetting(p, 5, false));
  }

  @Test
  void aNormAtItsTargetHasNoGradient() {
    float[] parameters = new float[SHALLOW.parameterCount()];
    for (int m = 0; m < 5; m++) {
      parameters[m] = 1;
    }
    float[] gradient = new float[parameters.length];
    read("manifold = 1, part = 1").addGradient(SHALLOW, parameters, gradient);
    assertThat(gradient).containsOnly(0);
  }

  @Test
  void refusesAPartBeyondAll() {
    assertThatThrownBy(() -> read("part = 1.5"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("part");
  }

  private static double forgetting(double[] p, int states, boolean own) {
    double sum = 0;
    for (int m = 0; m < states; m++) {
      double kept = p[m] + (own ? p[states + m * states + m] : 0);
      sum += Math.pow(Math.max(0, kept - 0.05), 2);
    }
    return Math.sqrt(sum);
  }

  private static double squares(double[] p, int from, int to, double target) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (p[i] - target) * (p[i] - target);
    }
    return sum;
  }

  private static void check(
      Architecture architecture, String settings, ToDoubleFunction<double[]> penalty) {
    Random random = new Random(3);
    float[] parameters = new float[architecture.parameterCount()];
    double[] exact = new double[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) random.nextGaussian();
      exact[i] = parameters[i];
    }
    float[] gradient = new float[parameters.length];
    read(settings).addGradient(architecture, parameters, gradient);
    for (int i = 0; i < parameters.length; i++) {
      double keep = exact[i];
      exact[i] = keep + 1e-6;
      double above = penalty.applyAsDouble(exact);
      exact[i] = keep - 1e-6;
      double below = penalty.applyAsDouble(exact);
      exact[i] = keep;
      assertThat((double) gradient[i])
          .as("%s of %s, weight %d", settings, architecture, i)
          .isCloseTo((above - below) / 2e-6, within(1e-6));
    }
  }

  private static Regularisation read(String text) {
    return Regularisation.read(Settings.parse(text, "regularisation"));
  }
}
