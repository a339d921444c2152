package io.ergodic.models.plrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.settings.Settings;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Estimates of growth; reference values by numpy and scipy (logm, expm, 2-norms). */
class GrowthTest {
  private static final double[][] JACOBIANS = {
    {0.9, 0.2, -0.1, -0.3, 1.05, 0.05, 0.1, 0, 0.7},
    {1.1, -0.4, 0, 0.5, 0.8, 0.2, 0, 0.1, -0.6},
    {0.95, 0, 0.3, 0.1, 1.2, -0.2, -0.4, 0.3, 0.85}
  };

  @Test
  void estimatesAreThoseOfTheReference() {
    assertThat(of(Forcing.Estimate.ARITHMETIC_MEAN)).isCloseTo(1.0328504865, within(1e-9));
    assertThat(of(Forcing.Estimate.PRODUCT_UPPER_BOUND)).isCloseTo(1.1812744478, within(1e-9));
    assertThat(of(Forcing.Estimate.BATCH_MAXIMUM)).isCloseTo(1.2370683350, within(1e-9));
    assertThat(of(Forcing.Estimate.EXPLOG_APPROX)).isCloseTo(1.0706571406, within(1e-9));
  }

  private static double of(Forcing.Estimate estimate) {
    Growth growth = estimate.growth(3);
    growth.add(new double[] {9, 9, 9, 9, 8, 9, 9, 9, 7});
    growth.clear();
    for (double[] jacobian : JACOBIANS) {
      growth.add(jacobian);
    }
    return growth.value();
  }

  /** Shears cannot be diagonalised; they commute, so the estimate is the root of their product. */
  @Test
  void matricesThatCannotBeDiagonalised() {
    Growth growth = Forcing.Estimate.EXPLOG_APPROX.growth(2);
    growth.add(new double[] {1, 1, 0, 1});
    growth.add(new double[] {1, 0.5, 0, 1});
    assertThat(growth.value()).isCloseTo(1.4430004682, within(1e-6));
  }

  @Test
  void aSingularJacobianIsNoError() {
    Growth growth = Forcing.Estimate.EXPLOG_APPROX.growth(2);
    growth.add(new double[] {2, 0, 0, 0});
    growth.add(new double[] {2, 0, 0, 0});
    assertThat(growth.value()).isCloseTo(2, within(1e-6));
  }

  @Test
  void boundOfAShallowMapIsThatOfTheReference() {
    float[] parameters = {
      0.9f, -0.5f, 0.3f, -0.2f, 0.5f, 0.1f, 0, 0.4f, -0.6f, 0.2f, 0.7f, 0.1f, -0.3f, 0.5f, 0.2f,
      -0.8f, 0.6f, 0.4f, 0, 0, 0, 0, 0, 0
    };
    double bound = new ShallowArchitecture(2, 4).map(parameters).bound();
    assertThat(bound).isCloseTo(1.8463575185, within(1e-6));
  }

  @Test
  void noJacobianExceedsTheBound() {
    Architecture[] architectures = {
      new ShallowArchitecture(4, 9),
      new AlmostLinearArchitecture(5, 3),
      new VanillaArchitecture(4, false),
      new VanillaArchitecture(4, true),
      new DendriticArchitecture(4, 6, true),
      new DendriticArchitecture(4, 6, false)
    };
    Random random = new Random(5);
    for (Architecture architecture : architectures) {
      float[] parameters = new float[architecture.parameterCount()];
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] = (float) random.nextGaussian();
      }
      StateMap map = architecture.map(parameters);
      int states = architecture.states();
      double[] state = new double[states];
      double[] jacobian = new double[states * states];
      double largest = 0;
      for (int k = 0; k < 500; k++) {
        for (int m = 0; m < states; m++) {
          state[m] = 2 * random.nextGaussian();
        }
        map.jacobian(state, jacobian);
        largest = Math.max(largest, new SpectralNorm(states).of(jacobian));
      }
      assertThat(largest).as("%s", architecture).isPositive().isLessThan(map.bound());
    }
  }

  /** A linear map has one Jacobian: all estimates agree on alpha = 1 - 1 / |A|. */
  @Test
  void allAgreeOnALinearMap() {
    AlmostLinearArchitecture linear = new AlmostLinearArchitecture(2, 0);
    float[] parameters = {1.5f, 1.25f, 0, 0, 0, 0, 0, 0};
    Batch batch =
        Batch.of(2).put(Batch.INPUT, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3}, 3, 2);
    ObservationModel observation = new IdentityModel(2, 2, 0);
    for (Forcing.Estimate estimate : Forcing.Estimate.values()) {
      double alpha =
          new AlphaEstimator(2, 2, estimate)
              .estimate(linear.map(parameters), observation.readout(parameters, 8), batch);
      assertThat(alpha).as("%s", estimate).isCloseTo(1 - 1 / 1.5, within(1e-9));
    }
  }

  @Test
  void everyEstimateIsASetting() {
    for (Forcing.Estimate estimate : Forcing.Estimate.values()) {
      String text = "kind = adaptive, estimate = " + estimate.name().toLowerCase();
      Forcing forcing = Forcing.read(Settings.parse(text, "forcing"), new Forcing.Constant(0));
      assertThat(forcing).isEqualTo(new Forcing.Adaptive(estimate, 5, 0.999, 1));
    }
  }
}
