package io.ergodic.models.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Order, closed forms, and the very steps of torchdiffeq 0.2.5. */
class DormandPrinceSolverTest {
  private static OdeSystem system(int size, BiConsumer<double[], double[]> slope) {
    return new OdeSystem() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public void slope(double[] y, double[] target) {
        slope.accept(y, target);
      }
    };
  }

  private static StepControl adaptive(double relative, double absolute) {
    return new StepControl(relative, absolute, 0, 10_000);
  }

  private static StepTape solve(
      OdeSystem system, StepControl control, double[] start, double[] times, double[][] outputs) {
    StepTape tape = new StepTape(system.size());
    new DormandPrinceSolver(system, Norm.rootMeanSquare(system.size()), control)
        .solve(start, times, outputs, tape);
    return tape;
  }

  /** y' = y cos t with the time as a variable: y = exp(sin t). */
  private static final OdeSystem SWINGING =
      system(
          2,
          (y, slope) -> {
            slope[0] = y[0] * Math.cos(y[1]);
            slope[1] = 1;
          });

  private static double error(int steps, double at) {
    double[] times = at < 4 ? new double[] {at, 4} : new double[] {4};
    double[][] outputs = new double[times.length][2];
    StepControl control = new StepControl(1, 1, 4.0 / steps, 10_000);
    solve(SWINGING, control, new double[] {1, 0}, times, outputs);
    return Math.abs(outputs[0][0] - Math.exp(Math.sin(at)));
  }

  @Test
  void halfTheStepHasAThirtySecondOfTheError() {
    double order = Math.log(error(80, 4) / error(160, 4)) / Math.log(2);
    assertThat(order).isBetween(4.7, 5.6);
    // Errors of the interpolation are of order 5 a step.
    assertThat(error(80, 1.27) / error(160, 1.27)).isGreaterThan(12);
  }

  @Test
  void polynomialsOfDegreeFourHaveNoError() {
    // y = t^4 - t^3 + 2 t
    OdeSystem quartic =
        system(
            2,
            (y, slope) -> {
              double t = y[1];
              slope[0] = 4 * t * t * t - 3 * t * t + 2;
              slope[1] = 1;
            });
    double[][] outputs = new double[2][2];
    StepTape tape =
        solve(
            quartic, adaptive(1e-3, 1e-3), new double[] {0, 0}, new double[] {0.31, 1.3}, outputs);
    for (int k = 0; k < 2; k++) {
      double t = k == 0 ? 0.31 : 1.3;
      assertThat(outputs[k][0]).isCloseTo(t * t * t * (t - 1) + 2 * t, within(1e-12));
    }
    SolverPenalty penalty = new SolverPenalty(SolverPenalty.Form.ERROR, 1, 1, 1);
    assertThat(penalty.value(tape, new LaneNorm(0, 2, 1, 1))).isCloseTo(0, within(1e-10));
  }

  @Test
  void theEigenvalueOfALinearSystemIsFound() {
    for (double lambda : new double[] {-40, -0.5, 3}) {
      StepTape tape =
          solve(
              system(1, (y, slope) -> slope[0] = lambda * y[0]),
              adaptive(1e-4, 1e-6),
              new double[] {2},
              new double[] {0.5},
              new double[1][1]);
      for (int n = 0; n < tape.count(); n++) {
        assertThat(SolverPenalty.eigenvalue(tape.step(n), new LaneNorm(0, 1, 1, 1)))
            .isCloseTo(Math.abs(lambda), within(1e-6 * Math.abs(lambda)));
      }
    }
  }

  /** Van der Pol's oscillator with mu = 5: length and error of torchdiffeq's first steps. */
  @Test
  void stepsAreThoseOfTorchdiffeq() {
    double[][] known = {
      {0.004975124378, 0.000615514},
      {0.019642594871, 0.228974333},
      {0.023740180052, 0.292456679},
      {0.027322108333, 0.328526},
      {0.030721524939, 0.340121376},
      {0.034305084481, 0.340101346},
      {0.038307105027, 0.332681248},
      {0.042965134674, 0.319933345},
      {0.048567615923, 0.302775498},
      {0.055509223148, 0.281456427},
      {0.064376212923, 0.255557317},
      {0.076115003263, 0.223272063}
    };
    OdeSystem oscillator =
        system(
            2,
            (y, slope) -> {
              slope[0] = y[1];
              slope[1] = 5 * (1 - y[0] * y[0]) * y[1] - y[0];
            });
    double[][] outputs = new double[1][2];
    DormandPrinceSolver solver =
        new DormandPrinceSolver(oscillator, Norm.rootMeanSquare(2), adaptive(1e-5, 1e-7));
    StepTape tape = new StepTape(2);
    solver.solve(new double[] {2, 0}, new double[] {8}, outputs, tape);
    for (int n = 0; n < known.length; n++) {
      assertThat(tape.step(n).length).isCloseTo(known[n][0], within(1e-11));
      assertThat(tape.step(n).error).isCloseTo(known[n][1], within(1e-8));
    }
    // 88 trials of which 12 were rejected, and two evaluations before the first.
    assertThat(tape.count()).isEqualTo(76);
    assertThat(solver.evaluations()).isEqualTo(88 * 6 + 2);
    // Its solution at a tolerance of 1e-12.
    assertThat(outputs[0][0]).isCloseTo(-1.6747611177003205, within(1e-3));
    assertThat(outputs[0][1]).isCloseTo(0.18135485598800416, within(1e-3));
  }

  @Test
  void everyEvaluationIsCounted() {
    int[] calls = {0};
    OdeSystem counting =
        system(
            1,
            (y, slope) -> {
              calls[0]++;
              slope[0] = -30 * Math.sin(y[0]);
            });
    DormandPrinceSolver solver =
        new DormandPrinceSolver(counting, Norm.rootMeanSquare(1), adaptive(1e-6, 1e-8));
    solver.solve(new double[] {3}, new double[] {0.2, 2}, new double[2][1], null);
    assertThat(solver.evaluations()).isEqualTo(calls[0]).isGreaterThan(100);
  }

  @Test
  void solutionsThatLeaveTheNumbersAreRefused() {
    OdeSystem exploding = system(1, (y, slope) -> slope[0] = y[0] * y[0]);
    assertThatThrownBy(
            () ->
                solve(
                    exploding,
                    adaptive(1e-6, 1e-8),
                    new double[] {1},
                    new double[] {2},
                    new double[1][1]))
        .isInstanceOf(SolverFailedException.class)
        .hasMessageContaining("is too short after");
    assertThatThrownBy(
            () ->
                solve(
                    SWINGING,
                    new StepControl(1e-9, 1e-9, 0, 5),
                    new double[] {1, 0},
                    new double[] {9},
                    new double[1][2]))
        .hasMessageContaining("too many steps after 5 steps");
  }
}
