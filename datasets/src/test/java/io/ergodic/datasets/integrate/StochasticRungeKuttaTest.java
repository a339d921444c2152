package io.ergodic.datasets.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.random.RandomStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StochasticRungeKuttaTest {
  /** dx/dt = f(x), for one variable. */
  private static VectorField scalar(java.util.function.DoubleUnaryOperator f) {
    return new VectorField() {
      @Override
      public int dimension() {
        return 1;
      }

      @Override
      public void derivative(double[] state, double[] derivative) {
        derivative[0] = f.applyAsDouble(state[0]);
      }
    };
  }

  @Test
  void ornsteinUhlenbeckHasItsVarianceAndAutocorrelation() {
    // dx = -x dt + g dW: variance g^2 / 2, autocorrelation exp(-t)
    double g = 0.8;
    int samples = 100_000;
    int stepsBetween = 10;
    double h = 0.05;
    StochasticRungeKutta solver = new StochasticRungeKutta(scalar(x -> -x), new double[] {g}, h);
    RandomGenerator random = RandomStreams.stream(1, "ornstein-uhlenbeck");
    solver.start(0, new double[] {g * Math.sqrt(0.5) * random.nextGaussian()});
    double[] path = new double[samples];
    for (int k = 0; k < samples; k++) {
      for (int i = 0; i < stepsBetween; i++) {
        solver.step(random);
      }
      path[k] = solver.state()[0];
    }
    double variance = 0;
    double lagged = 0;
    for (int k = 0; k + 1 < samples; k++) {
      variance += path[k] * path[k] / (samples - 1);
      lagged += path[k] * path[k + 1] / (samples - 1);
    }
    // Bartlett: the variance of a Gaussian process's mean square is 2 v^2 / N sum of rho^2
    double rho = Math.exp(-stepsBetween * h);
    double truth = g * g / 2;
    double error = truth * Math.sqrt(2.0 / samples * (1 + rho * rho) / (1 - rho * rho));
    assertThat(variance).isCloseTo(truth, within(3 * error));
    double errorOfRho = Math.sqrt((1 - rho * rho) / samples);
    assertThat(lagged / variance).isCloseTo(rho, within(3 * errorOfRho));
    assertThat(solver.time()).isEqualTo(samples * stepsBetween * h);
  }

  @Test
  void oneStepHasTheMomentsOfTheExactTransition() {
    // The second draw is independent of the increment, with var I10 = h^3 / 3 and cov = h^2 / 2.
    double h = 0.3;
    double g = 1.2;
    int paths = 200_000;
    StochasticRungeKutta solver = new StochasticRungeKutta(scalar(x -> -x), new double[] {g}, h);
    RandomGenerator random = RandomStreams.stream(2, "transition");
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < paths; i++) {
      solver.start(0, new double[] {0.7});
      solver.step(random);
      double centred = solver.state()[0] - 0.7 * Math.exp(-h);
      sum += centred / paths;
      squares += centred * centred / paths;
    }
    double truth = g * g * (1 - Math.exp(-2 * h)) / 2;
    assertThat(sum).isCloseTo(0, within(3 * Math.sqrt(truth / paths) + 0.7 * h * h * h * h / 24));
    // weak order 3 leaves less than h^4 of the variance
    assertThat(squares)
        .isCloseTo(truth, within(3 * truth * Math.sqrt(2.0 / paths) + h * h * h * h));
  }

  /** Root mean square distance at time 1 of a solution to one of 16 times smaller steps. */
  private static double strongError(int steps) {
    int fine = steps * 16;
    int paths = 1000;
    double h = 1.0 / fine;
    VectorField field = scalar(x -> Math.sin(3 * x) - x * x * x / 3);
    double[] g = {0.5};
    RandomGenerator random = RandomStreams.stream(3, "strong order");
    double squares = 0;
    for (int path = 0; path < paths; path++) {
      StochasticRungeKutta exact = new StochasticRungeKutta(field, g, h);
      StochasticRungeKutta coarse = new StochasticRungeKutta(field, g, 1.0 / steps);
      exact.start(0, new double[] {0.2});
      coarse.start(0, new double[] {0.2});
      double[] increment = new double[1];
      double[] integral = new double[1];
      for (int step = 0; step < steps; step++) {
        double motion = 0;
        double area = 0;
        for (int i = 0; i < 16; i++) {
          double first = random.nextGaussian();
          double second = random.nextGaussian();
          increment[0] = Math.sqrt(h) * first;
          integral[0] = 0.5 * h * Math.sqrt(h) * (first + second / Math.sqrt(3));
          area += h * motion + integral[0];
          motion += increment[0];
          exact.step(increment, integral);
        }
        coarse.step(new double[] {motion}, new double[] {area});
      }
      double distance = exact.state()[0] - coarse.state()[0];
      squares += distance * distance / paths;
    }
    return Math.sqrt(squares);
  }

  @Test
  void strongOrderIsOneAndAHalf() {
    double order = Math.log(strongError(32) / strongError(128)) / Math.log(4);
    assertThat(order).isBetween(1.4, 1.65);
  }

  @Test
  void withoutNoiseItIsTheSolutionToThirdOrder() {
    double previous = Double.NaN;
    for (int steps : new int[] {50, 100, 200}) {
      StochasticRungeKutta solver =
          new StochasticRungeKutta(new Oscillator(), new double[2], 5.0 / steps);
      solver.start(0, new double[] {1, 0});
      RandomGenerator random = RandomStreams.stream(4, "unused");
      long untouched = RandomStreams.stream(4, "unused").nextLong();
      for (int i = 0; i < steps; i++) {
        solver.step(random);
      }
      assertThat(random.nextLong()).as("draws without noise").isEqualTo(untouched);
      double error = Math.hypot(solver.state()[0] - Math.cos(5), solver.state()[1] + Math.sin(5));
      if (!Double.isNaN(previous)) {
        assertThat(Math.log(previous / error) / Math.log(2)).isCloseTo(3, within(0.1));
      }
      previous = error;
    }
    assertThat(previous).isLessThan(1e-5);
  }

  @Test
  void saysWhereItDiverges() {
    StochasticRungeKutta solver =
        new StochasticRungeKutta(scalar(x -> x * x * x), new double[] {1}, 0.1);
    solver.start(2, new double[] {50});
    RandomGenerator random = RandomStreams.stream(5, "divergence");
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100; i++) {
                solver.step(random);
              }
            })
        .isInstanceOf(IntegrationException.class)
        .hasMessageStartingWith("divergence under noise")
        .extracting(failure -> ((IntegrationException) failure).time() > 2)
        .isEqualTo(true);
  }
}
