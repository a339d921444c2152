package io.ergodic.models.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.kernel.DenseLanes;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Gradients of solutions: finite differences, closed forms, and PyTorch with torchdiffeq 0.2.5. */
class BatchSolutionTest {
  private static NeuralOdeSettings settings(String text) {
    return NeuralOdeSettings.read(Settings.parse(text, "model"), 1, 10);
  }

  private static BatchSolution batch(
      Shape shape, int count, int observed, double[] times, NeuralOdeSettings settings) {
    DenseField field = new DenseField(shape, DenseLanes.lanes(count));
    return new BatchSolution(field, count, observed, times, settings);
  }

  private static float[] normal(int count, double deviation, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  private static final double[] TIMES = {0.2, 0.5, 0.55, 1.1};

  /** Weight by weight, for steps that are given and steps that the penalties are about. */
  private static void checkDiscrete(String text, double weight) {
    NeuralOdeSettings settings = settings(text);
    int count = 3;
    int observed = 2;
    Shape shape = Shape.of(3, settings.hidden(), Activation.TANH);
    float[] weights = normal(shape.parameterCount(), 0.9, 4);
    float[] sequences = normal(count * (TIMES.length + 1) * observed, 1, 5);
    BatchSolution solution = batch(shape, count, observed, TIMES, settings);
    solution.solve(weights, sequences, true);
    double[] gradient = new double[weights.length];
    double[] first = solution.addGradient(gradient, weight);

    double[][] starts = new double[count][3];
    double[][][] targets = new double[count][TIMES.length][observed];
    for (int b = 0; b < count; b++) {
      for (int n = 0; n < observed; n++) {
        int from = b * (TIMES.length + 1) * observed + n;
        starts[b][n] = sequences[from];
        for (int k = 0; k < TIMES.length; k++) {
          targets[b][k][n] = sequences[from + (k + 1) * observed];
        }
      }
    }
    double[] exact = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      exact[i] = weights[i];
    }
    ScalarSolution twin =
        new ScalarSolution(shape.widths(), solution.tape(), TIMES, settings.control(), count);
    SolverPenalty.Form form = settings.penalty().form();
    double value = twin.loss(exact, starts, targets, form, weight);
    double penalty = weight == 0 ? 0 : weight * solution.penalty();
    assertThat(solution.loss() + penalty).isCloseTo(value, within(1e-9 * value));
    for (int i = 0; i < weights.length; i++) {
      exact[i] += 1e-6;
      double up = twin.loss(exact, starts, targets, form, weight);
      exact[i] -= 2e-6;
      double down = twin.loss(exact, starts, targets, form, weight);
      exact[i] += 1e-6;
      double expected = (up - down) / 2e-6;
      assertThat(gradient[i])
          .as("weight %d", i)
          .isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
    }
    int lanes = DenseLanes.lanes(count);
    for (int b = 0; b < count; b++) {
      for (int m = 0; m < 3; m++) {
        starts[b][m] += 1e-6;
        double up = twin.loss(exact, starts, targets, form, weight);
        starts[b][m] -= 2e-6;
        double down = twin.loss(exact, starts, targets, form, weight);
        starts[b][m] += 1e-6;
        double expected = (up - down) / 2e-6;
        assertThat(first[m * lanes + b])
            .isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
      }
    }
  }

  @Test
  void gradientThroughStepsOfOneLength() {
    checkDiscrete("widths = [5, 4], augmented = 1, solver { step = 0.3 }", 0);
  }

  @Test
  void gradientThroughChosenSteps() {
    checkDiscrete("widths = [6], augmented = 1, solver { relative = 1e-3, absolute = 1e-4 }", 0);
  }

  private static final String LOOSE =
      "widths = [6], augmented = 1, solver { relative = 1e-2, absolute = 1e-2 }, regulariser ";

  @Test
  void gradientOfThePenaltyOnErrors() {
    checkDiscrete(LOOSE + "{ kind = error }", 0.7);
  }

  @Test
  void gradientOfThePenaltyOnStiffness() {
    checkDiscrete(LOOSE + "{ kind = stiffness }", 0.7);
  }

  @Test
  void gradientOfBothPenalties() {
    checkDiscrete(LOOSE + "{ kind = combined }", 0.7);
  }

  /** y' = a y + b with b = 0: L = (y(T) - c)^2. */
  @Test
  void aLinearEquationHasItsClosedForm() {
    for (String gradient : new String[] {"discrete", "adjoint"}) {
      NeuralOdeSettings settings =
          settings(
              "widths = [], solver { relative = 1e-10, absolute = 1e-12 }, gradient = " + gradient);
      BatchSolution solution =
          batch(Shape.of(1, new int[0], Activation.TANH), 1, 1, new double[] {2}, settings);
      double a = 0.75f;
      double y0 = 1.5f;
      solution.solve(new float[] {(float) a, 0}, new float[] {(float) y0, 4}, true);
      double end = y0 * Math.exp(2 * a);
      assertThat(solution.loss()).isCloseTo((end - 4) * (end - 4), within(1e-8));
      double[] sums = new double[2];
      double[] first = solution.addGradient(sums, 0);
      double outer = 2 * (end - 4);
      assertThat(sums[0]).isCloseTo(outer * 2 * end, within(1e-7));
      assertThat(sums[1]).isCloseTo(outer * (Math.exp(2 * a) - 1) / a, within(1e-7));
      assertThat(first[0]).isCloseTo(outer * Math.exp(2 * a), within(1e-7));
    }
  }

  private static final double[] REFERENCE_TIMES = {0.7, 1.9, 4};

  private static BatchSolution reference(NeuralOdeSettings settings, double[] gradient) {
    Shape shape = Shape.of(3, new int[] {7}, Activation.TANH);
    float[] weights = new float[shape.parameterCount()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.8 * Math.sin(1 + i));
    }
    float[] sequences = {
      0.3f, -0.5f, 0.8f, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1.1f, 0.2f, 0.4f, 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    for (int k = 0; k < 3; k++) {
      for (int b = 0; b < 2; b++) {
        for (int n = 0; n < 3; n++) {
          sequences[b * 12 + (k + 1) * 3 + n] = (float) Math.cos(k * 6 + b * 3 + n);
        }
      }
    }
    BatchSolution solution = batch(shape, 2, 3, REFERENCE_TIMES, settings);
    solution.solve(weights, sequences, true);
    solution.addGradient(gradient, 0);
    return solution;
  }

  @Test
  void lossAndGradientAreThoseOfPyTorch() {
    int[] at = {0, 5, 20, 21, 27, 28, 40, 48, 49, 51};
    double[] known = {
      0.223763083668082,
      0.00469137872136245,
      -0.25576559454062975,
      0.4087263226122589,
      0.9244696979202329,
      0.7738577814846592,
      -0.17216652175723754,
      -0.6777023796328994,
      1.3818257164810417,
      -1.764538647983928
    };
    for (String gradient : new String[] {"discrete", "adjoint", "adjoint, seminorm = true"}) {
      double[] sums = new double[52];
      BatchSolution solution =
          reference(
              settings(
                  "widths = [7], solver { relative = 1e-9, absolute = 1e-11 }, gradient = "
                      + gradient),
              sums);
      // Starts of -1.1 and the like are floats here and doubles there.
      assertThat(solution.loss()).isCloseTo(1.3710850206425809, within(1e-7));
      for (int k = 0; k < at.length; k++) {
        assertThat(sums[at[k]]).isCloseTo(known[k], within(1e-6));
      }
    }
  }

  /** Error and length of torchdiffeq's steps over the same batch at a tolerance of 1e-6. */
  @Test
  void aBatchTakesTheStepsOfTorchdiffeq() {
    double[][] known = {
      {0.021402773252512067, 1.6288063785950812e-05},
      {0.1747184095224403, 0.43220836570945104},
      {0.18596985108742106, 0.4603417397704956},
      {0.19546498608599003, 0.4668888877510126},
      {0.2048654791254145, 0.4602907045026041},
      {0.21533015463712302, 0.4663915553955297},
      {0.22573412927433834, 0.5100906936515248},
      {0.2324396728223763, 0.6752260918227181}
    };
    BatchSolution solution =
        reference(
            settings("widths = [7], solver { relative = 1e-6, absolute = 1e-8 }"), new double[52]);
    for (int n = 0; n < known.length; n++) {
      assertThat(solution.tape().step(n).length).isCloseTo(known[n][0], within(1e-6));
      assertThat(solution.tape().step(n).error).isCloseTo(known[n][1], within(1e-5));
    }
  }

  /** Both gradients tend to the exact one, and apart from each other as the tolerance. */
  @Test
  void discreteAndAdjointGradientsDifferAsTheTolerance() {
    double[] logarithms = new double[5];
    double[] tolerances = new double[5];
    for (int k = 0; k < 5; k++) {
      double tolerance = Math.pow(10, -3 - k);
      String solver =
          "widths = [7], solver { relative = " + tolerance + ", absolute = " + tolerance + " }";
      double[] discrete = new double[52];
      double[] adjoint = new double[52];
      reference(settings(solver), discrete);
      reference(settings(solver + ", gradient = adjoint"), adjoint);
      double sum = 0;
      for (int i = 0; i < 52; i++) {
        sum += (discrete[i] - adjoint[i]) * (discrete[i] - adjoint[i]);
      }
      logarithms[k] = 0.5 * Math.log10(sum);
      tolerances[k] = Math.log10(tolerance);
    }
    assertThat(slope(tolerances, logarithms)).isBetween(0.75, 1.25);
    assertThat(logarithms[4]).isLessThan(-5);
  }

  private static double slope(double[] x, double[] y) {
    double meanX = 0;
    double meanY = 0;
    for (int k = 0; k < x.length; k++) {
      meanX += x[k] / x.length;
      meanY += y[k] / x.length;
    }
    double above = 0;
    double below = 0;
    for (int k = 0; k < x.length; k++) {
      above += (x[k] - meanX) * (y[k] - meanY);
      below += (x[k] - meanX) * (x[k] - meanX);
    }
    return above / below;
  }
}
