package io.ergodic.models.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.kernel.LaneCell;
import io.ergodic.models.kernel.Lanes;
import io.ergodic.models.plan.LearnerContract;
import io.ergodic.models.plan.SmallData;
import io.ergodic.models.plrnn.Architecture;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Leaky units: stored values of a NumPy implementation, bounds and closed forms. */
class SynapseTest {
  private static final double[] STATE = {.3, -.5, .1, -.2, .4};

  private static float[] pattern(Architecture architecture) {
    float[] weights = new float[architecture.parameterCount()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.5 + 0.4 * Math.sin(1 + i));
    }
    return weights;
  }

  private static void stepsAs(Architecture architecture, double... known) {
    float[] weights = pattern(architecture);
    double[] next = new double[5];
    architecture.map(weights).step(STATE, next);
    for (int i = 0; i < 5; i++) {
      assertThat(next[i]).isCloseTo(known[i], within(1e-11));
    }
    LaneCell cell = architecture.cell();
    assertThat(cell.parameterCount()).isEqualTo(weights.length);
    cell.load(weights, 0);
    float[] lanes = new float[5 * Lanes.COUNT];
    for (int i = 0; i < 5; i++) {
      Arrays.fill(lanes, i * Lanes.COUNT, (i + 1) * Lanes.COUNT, (float) STATE[i]);
    }
    float[] after = new float[lanes.length];
    cell.forwardStep(lanes, 0, after, 0);
    for (int i = 0; i < 5; i++) {
      assertThat((double) after[i * Lanes.COUNT + 3])
          .isCloseTo(known[i], within(1e-5 * (1 + Math.abs(known[i]))));
    }
  }

  @Test
  void everyRungOfTheLadderStepsAsNumPyDoes() {
    stepsAs(
        new SynapticArchitecture(2, 3, 6, SynapseKind.ADDITIVE),
        4.1276252628902474,
        18.89216073442676,
        5.998227086484176,
        13.885066281724054,
        2.7692016041549707);
    stepsAs(
        new SynapticArchitecture(2, 3, 6, SynapseKind.ELECTRICAL),
        0.7326928262610485,
        1.514922379567917,
        0.5578841773724903,
        0.6404823745223491,
        0.6087791422720945);
    stepsAs(
        new SynapticArchitecture(2, 3, 6, SynapseKind.GATED),
        8.692166258633492,
        10.641480603224936,
        3.791006029614086,
        12.416959376146291,
        2.693279104330253);
    stepsAs(
        new SynapticArchitecture(2, 3, 6, SynapseKind.CHEMICAL),
        0.6678278693824781,
        1.392401505165026,
        0.7503739784937423,
        0.45888065587225035,
        0.45099950695851065);
  }

  @Test
  void leakyUnitsStepAsNumPyDoes() {
    // Of a step of 0.1, which is a float here.
    float[] weights = pattern(new LeakyArchitecture(2, 3, 6));
    double[] known = {
      0.8398702322078272,
      0.9475707605419468,
      0.2567798003201879,
      0.2968850081520074,
      0.40703528712067777
    };
    double[] next = new double[5];
    new LeakyArchitecture(2, 3, 6).map(weights).step(STATE, next);
    for (int i = 0; i < 5; i++) {
      assertThat(next[i]).isCloseTo(known[i], within(1e-7));
    }
  }

  @Test
  void jacobiansAreTheDerivativesOfTheStep() {
    for (SynapseKind kind : SynapseKind.values()) {
      checkJacobian(new SynapticArchitecture(2, 3, 6, kind));
    }
    checkJacobian(new LeakyArchitecture(2, 3, 6));
  }

  private static void checkJacobian(Architecture architecture) {
    var map = architecture.map(pattern(architecture));
    double[] jacobian = new double[25];
    map.jacobian(STATE, jacobian);
    double[] up = new double[5];
    double[] down = new double[5];
    for (int j = 0; j < 5; j++) {
      double[] moved = STATE.clone();
      moved[j] += 1e-6;
      map.step(moved, up);
      moved[j] -= 2e-6;
      map.step(moved, down);
      for (int i = 0; i < 5; i++) {
        assertThat((up[i] - down[i]) / 2e-6).isCloseTo(jacobian[i * 5 + j], within(1e-7));
      }
    }
  }

  /** The fused step is a convex combination of v, the leak's potential and the reversal ones. */
  @Test
  void chemicalSynapsesBoundEveryPotential() {
    SynapticArchitecture architecture = new SynapticArchitecture(3, 12, 6, SynapseKind.CHEMICAL);
    float[] weights = new float[architecture.parameterCount()];
    Random random = new Random(4);
    for (int trial = 0; trial < 20; trial++) {
      architecture.initialise(weights, random);
      double[] state = new double[15];
      for (int i = 0; i < 15; i++) {
        state[i] = i < 3 ? 20 * random.nextGaussian() : 2 * random.nextDouble() - 1;
      }
      var map = architecture.map(weights);
      for (int t = 0; t < 10; t++) {
        map.step(state, state);
        for (int i = 3; i < 15; i++) {
          assertThat(state[i]).isBetween(-1.0, 1.0);
        }
        state[0] = 20 * random.nextGaussian();
      }
    }
  }

  @Test
  void withoutSynapsesUnitsLeak() {
    SynapticArchitecture architecture = new SynapticArchitecture(2, 3, 1, SynapseKind.CHEMICAL);
    float[] weights = pattern(architecture);
    Arrays.fill(weights, 9, 9 + 9, 0);
    Arrays.fill(weights, 9 + 36, 9 + 36 + 6, 0);
    double[] next = new double[5];
    architecture.map(weights).step(STATE, next);
    for (int i = 0; i < 3; i++) {
      double capacity = weights[i];
      double leak = weights[3 + i];
      assertThat(next[2 + i])
          .isCloseTo(
              (capacity * STATE[2 + i] + leak * weights[6 + i]) / (capacity + leak), within(1e-14));
    }
  }

  private static float[] slow(float[] weights, int units, double step) {
    float[] slowed = weights.clone();
    for (int i = 0; i < units; i++) {
      slowed[i] = (float) (weights[i] / step);
    }
    return slowed;
  }

  /** dv/dt = A(v) v + c(v), with A = -(L + G) / C and c = (L V + I) / C. */
  @Test
  void chemicalSynapsesAreALinearSystemWhoseCoefficientsDependOnTheState() {
    SynapticArchitecture architecture = new SynapticArchitecture(2, 3, 1, SynapseKind.CHEMICAL);
    float[] weights = pattern(architecture);
    double[] w = new double[weights.length];
    Arrays.setAll(w, i -> weights[i]);
    double[] v = {.1, -.2, .4};
    double[] currents = new double[3];
    double[] pulls = new double[3];
    new PointSynapses(SynapseKind.CHEMICAL, 3, 3, weights, 9).forward(v, currents, pulls);
    // The input's synapses are closed.
    Arrays.fill(weights, 9 + 36, 9 + 36 + 6, 0);
    double[] apart = new double[2];
    for (int k = 0; k < 2; k++) {
      double step = k == 0 ? 1e-2 : 1e-3;
      double[] next = new double[5];
      architecture.map(slow(weights, 3, step)).step(STATE, next);
      for (int i = 0; i < 3; i++) {
        double direct = w[3 + i] * (w[6 + i] - v[i]);
        for (int j = 0; j < 3; j++) {
          int s = 9 + i * 3 + j;
          double gate = 1 / (1 + Math.exp(-w[s + 18] * (v[j] - w[s + 9])));
          direct += w[s] * gate * (w[s + 27] - v[i]);
        }
        double a = -(w[3 + i] + pulls[i]) / w[i];
        double c = (w[3 + i] * w[6 + i] + currents[i]) / w[i];
        assertThat(a * v[i] + c).isCloseTo(direct / w[i], within(1e-14));
        // With coefficients that stand still the solution is exponential.
        double frozen = Math.exp(a * step) * v[i] + Math.expm1(a * step) / a * c;
        apart[k] = Math.max(apart[k], Math.abs(next[2 + i] - frozen));
      }
    }
    // Of second order: a hundredth for a tenth of the step.
    assertThat(apart[0] / apart[1]).isBetween(80.0, 125.0);
  }

  @Test
  void weightsStayInTheirRanges() {
    SynapticArchitecture architecture = new SynapticArchitecture(2, 3, 6, SynapseKind.CHEMICAL);
    float[] weights = new float[architecture.parameterCount()];
    Arrays.fill(weights, -2);
    architecture.clip(weights);
    assertThat(weights[0]).isEqualTo(1e-6f);
    assertThat(weights[3]).isEqualTo(1e-5f);
    assertThat(weights[6]).isEqualTo(-2);
    assertThat(weights[9]).isEqualTo(1e-5f);
    assertThat(weights[9 + 9]).isEqualTo(-2);
    assertThat(weights[9 + 36]).isEqualTo(1e-5f);
    float[] signed =
        new float[new SynapticArchitecture(2, 3, 6, SynapseKind.GATED).parameterCount()];
    Arrays.fill(signed, -2);
    new SynapticArchitecture(2, 3, 6, SynapseKind.GATED).clip(signed);
    assertThat(signed[9]).isEqualTo(-2);
    float[] leaky = new float[new LeakyArchitecture(2, 3, 6).parameterCount()];
    new LeakyArchitecture(2, 3, 6).clip(leaky);
    assertThat(leaky[0]).isEqualTo(0.1f);
  }

  @Test
  void everyRungIsTrainedAndResumed() {
    for (SynapseKind kind : SynapseKind.values()) {
      String synapse = kind.name().toLowerCase(Locale.ROOT);
      LearnerContract.resumesExactly(
          "synapses",
          SmallData.orbit(1),
          "units = 5, sequenceLength = 8, batch = 4, synapse = " + synapse);
    }
  }

  @Test
  void badSettingsAreRefused() {
    assertThatThrownBy(
            () -> LearnerContract.create("synapses", SmallData.orbit(1), "synapse = magnetic"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("synapse")
        .hasMessageContaining("chemical");
    assertThatThrownBy(() -> LearnerContract.create("ltc", SmallData.orbit(1), "units = 0"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("units");
    for (String family : new String[] {"ltc", "ct-rnn", "synapses", "lmu"}) {
      assertThatThrownBy(
              () -> LearnerContract.create(family, SmallData.orbit(1), "observation = affine"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContainingAll("observation", "must be identity", family);
    }
  }
}
