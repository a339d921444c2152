package io.ergodic.models.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.SolvedFlow;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.kernel.DenseLanes;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeuralOdeTest {
  private static float[] weights(Shape shape) {
    float[] weights = new float[shape.parameterCount()];
    Random random = new Random(8);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.7 * random.nextGaussian());
    }
    return weights;
  }

  private static NeuralOdeDynamics dynamics(Shape shape, double interval, double tolerance) {
    StepControl control = new StepControl(tolerance, tolerance, 0, 10_000);
    return new NeuralOdeDynamics(new PointField(shape, weights(shape)), 2, interval, control);
  }

  private static NeuralOdeSettings settings(String text) {
    return NeuralOdeSettings.read(Settings.parse(text, "model"), 0.5, 10);
  }

  /** The neural differential equations of Table 1 of Hess et al. 2023. */
  @Test
  void aHiddenLayerHasThePublishedNumberOfParameters() {
    assertThat(Shape.of(5, new int[] {450}, Activation.TANH).parameterCount()).isEqualTo(4955);
    assertThat(Shape.of(64, new int[] {139}, Activation.TANH).parameterCount()).isEqualTo(17995);
  }

  @Test
  void aFieldOfOneIsAFieldOfMany() {
    for (Activation activation : Activation.values()) {
      Shape shape = Shape.of(3, new int[] {21, 9}, activation);
      float[] weights = weights(shape);
      DenseField many = new DenseField(shape, DenseLanes.lanes(5));
      many.load(weights);
      PointField one = new PointField(shape, weights);
      int lanes = many.lanes();
      double[] states = new Random(3).doubles(3L * lanes, -2, 2).toArray();
      double[] slopes = new double[states.length];
      double[] adjoint = new Random(4).doubles(3L * lanes, -2, 2).toArray();
      double[] pulled = new double[states.length];
      many.slope(states, slopes);
      many.pull(states, adjoint, pulled);
      for (int lane = 0; lane < lanes; lane++) {
        double[] y = {states[lane], states[lanes + lane], states[2 * lanes + lane]};
        double[] slope = new double[3];
        one.slope(y, slope);
        one.differentiate();
        for (int m = 0; m < 3; m++) {
          assertThat(slope[m]).isCloseTo(slopes[m * lanes + lane], within(1e-12));
          // The Jacobian's column from the front is the transposed one's row from behind.
          double[] image = new double[3];
          double[] unit = new double[3];
          unit[m] = 1;
          one.push(unit, image, 0);
          double sum = 0;
          for (int k = 0; k < 3; k++) {
            sum += image[k] * adjoint[k * lanes + lane];
          }
          assertThat(pulled[m * lanes + lane]).isCloseTo(sum, within(1e-10));
          checkColumn(one, y, m, image);
        }
      }
    }
  }

  private static void checkColumn(PointField field, double[] y, int column, double[] known) {
    double[] up = new double[3];
    double[] down = new double[3];
    double[] moved = y.clone();
    moved[column] += 1e-6;
    field.slope(moved, up);
    moved[column] -= 2e-6;
    field.slope(moved, down);
    for (int k = 0; k < 3; k++) {
      assertThat((up[k] - down[k]) / 2e-6).isCloseTo(known[k], within(1e-5));
    }
    field.slope(y, up);
    field.differentiate();
  }

  @Test
  void theFlowHasItsJacobianAndIsOneOfTime() {
    Shape shape = Shape.of(3, new int[] {12}, Activation.TANH);
    NeuralOdeDynamics flow = dynamics(shape, 0.4, 1e-11);
    double[] state = new double[3];
    flow.initialise(new double[] {9, 9, 0.4, -0.3}, 2, state);
    assertThat(state).containsExactly(0.4, -0.3, 0);
    double[] jacobian = new double[9];
    flow.jacobian(state, jacobian);
    double[] up = new double[3];
    double[] down = new double[3];
    for (int j = 0; j < 3; j++) {
      double[] moved = state.clone();
      moved[j] += 1e-5;
      flow.step(moved, up);
      moved[j] -= 2e-5;
      flow.step(moved, down);
      double[] unit = new double[3];
      unit[j] = 1;
      double[] image = new double[3];
      flow.push(state, unit, image);
      for (int i = 0; i < 3; i++) {
        assertThat((up[i] - down[i]) / 2e-5).isCloseTo(jacobian[i * 3 + j], within(1e-6));
        assertThat(image[i]).isCloseTo(jacobian[i * 3 + j], within(1e-12));
      }
    }
    double[] twice = new double[3];
    dynamics(shape, 0.8, 1e-11).step(state, twice);
    flow.step(state, state);
    flow.step(state, state);
    for (int i = 0; i < 3; i++) {
      assertThat(state[i]).isCloseTo(twice[i], within(1e-9));
    }
    double[] seen = new double[2];
    flow.observe(state, seen);
    assertThat(seen).containsExactly(state[0], state[1]);
  }

  @Test
  void longWaysInOneGoTakeFewerEvaluations() {
    SolvedFlow flow = dynamics(Shape.of(3, new int[] {12}, Activation.TANH), 0.05, 1e-4);
    double[] state = {0.4, -0.3, 0.1};
    long row = flow.evaluations(state, 1);
    assertThat(row).isBetween(8L, 14L);
    assertThat(flow.evaluations(state, 100)).isLessThan(30 * row);
    assertThat(state).containsExactly(0.4, -0.3, 0.1);
    int[] checks = {0};
    Dynamics watched = flow.watched(() -> checks[0]++);
    assertThat(((SolvedFlow) watched).evaluations(state, 1)).isEqualTo(row);
    assertThat(checks[0]).isEqualTo(1);
  }

  @Test
  void whatCannotBeSolvedIsNoNumber() {
    Shape shape = Shape.of(2, new int[0], Activation.TANH);
    float[] steep = new float[shape.parameterCount()];
    steep[0] = 1e6f;
    StepControl control = new StepControl(1e-6, 1e-6, 0, 1000);
    double[] state = {1, 1};
    new NeuralOdeDynamics(new PointField(shape, steep), 2, 1, control).step(state, state);
    assertThat(state).containsOnly(Double.NaN);
  }

  @Test
  void weightsOfThePenaltyFallExponentially() {
    SolverPenalty penalty =
        settings("regulariser { kind = error, start = 100, end = 10 }").penalty();
    assertThat(penalty.weight(0)).isEqualTo(100);
    assertThat(penalty.weight(5)).isCloseTo(Math.sqrt(1000), within(1e-9));
    assertThat(penalty.weight(10)).isCloseTo(10, within(1e-9));
    assertThat(settings("").penalty().weight(3)).isZero();
  }

  @Test
  void badSettingsAreRefused() {
    refused("widths = [3.5]", "model.widths", "whole numbers in [1, 65536]");
    refused("gradient = adjoint, regulariser { kind = error }", "must be discrete");
    refused("regulariser { kind = error }, solver { step = 0.1 }", "must choose its steps");
    refused("regulariser { kind = error, end = 0 }", "model.regulariser.end", "above 0");
    refused("regulariser { kind = both }", "model.regulariser.kind", "combined");
    refused("solver { tolerance = 1 }", "model.solver.tolerance", "unknown key");
  }

  private static void refused(String text, String... parts) {
    assertThatThrownBy(() -> settings(text))
        .isInstanceOf(InvalidInputException.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(parts));
  }
}
