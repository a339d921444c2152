package io.ergodic.models.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.capability.TangentDynamics;
import io.ergodic.models.kernel.Gating;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives of the maps in double precision, and what they are where gates are shut or open. */
class CellMapTest {
  private static final float OPEN = 60;

  static List<CellForm> forms() {
    return List.of(
        new HighwayForm(2, 5, 1, Gating.NONE, 0),
        new HighwayForm(2, 5, 2, Gating.ADDITIVE, 0),
        new HighwayForm(2, 5, 3, Gating.RATE, 0),
        new HighwayForm(2, 5, 3, Gating.COUPLED, 0),
        new HighwayForm(2, 5, 1, Gating.NONE, 1),
        new HighwayForm(2, 4, 2, Gating.COUPLED, 3),
        new LstmForm(2, 5, false),
        new LstmForm(2, 5, true),
        new GruForm(2, 5),
        new LemForm(2, 5, 1),
        new LemForm(3, 4, 0.3));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void derivativesAreThoseOfTheStep(CellForm form) {
    CellArchitecture architecture = new CellArchitecture(form, 1);
    TangentDynamics dynamics = dynamics(architecture, weights(architecture, 3));
    int size = architecture.states();
    Random random = new Random(4);
    double[] state = random.doubles(size, -1, 1).toArray();
    double[] tangent = random.doubles(size, -1, 1).toArray();
    double[] jacobian = new double[size * size];
    double[] image = new double[size];
    double[] difference = new double[size];
    dynamics.push(state, tangent, image);
    difference(dynamics, state, tangent, difference);
    assertThat(image).containsExactly(difference, within(1e-8));
    dynamics.jacobian(state, jacobian);
    for (int j = 0; j < size; j++) {
      double[] direction = new double[size];
      direction[j] = 1;
      difference(dynamics, state, direction, difference);
      for (int i = 0; i < size; i++) {
        assertThat(jacobian[i * size + j]).isCloseTo(difference[i], within(1e-8));
      }
    }
  }

  private static void difference(
      TangentDynamics dynamics, double[] state, double[] direction, double[] target) {
    double[] up = state.clone();
    double[] down = state.clone();
    for (int i = 0; i < state.length; i++) {
      up[i] += 1e-6 * direction[i];
      down[i] -= 1e-6 * direction[i];
    }
    dynamics.step(up, up);
    dynamics.step(down, down);
    Arrays.setAll(target, i -> (up[i] - down[i]) / 2e-6);
  }

  /** z = 1 keeps h. */
  @Test
  void aGruThatUpdatesNothingKeepsItsMemory() {
    CellArchitecture architecture = new CellArchitecture(new GruForm(2, 5), 1);
    float[] weights = weights(architecture, 1);
    Arrays.fill(weights, 0, 10 * 7, 0);
    Arrays.fill(weights, 10 * 7 + 5, 10 * 8, OPEN);
    keeps(architecture, weights, 2, 7);
  }

  @Test
  void anLstmThatForgetsAndWritesNothingKeepsItsCells() {
    for (boolean coupled : new boolean[] {false, true}) {
      CellArchitecture architecture = new CellArchitecture(new LstmForm(2, 5, coupled), 1);
      float[] weights = weights(architecture, 1);
      int rows = coupled ? 15 : 20;
      Arrays.fill(weights, 0, rows * 7, 0);
      Arrays.fill(weights, rows * 7, rows * 7 + 5, OPEN);
      Arrays.fill(weights, rows * 7 + 15, rows * 8, -OPEN);
      keeps(architecture, weights, 7, 12);
    }
  }

  @Test
  void aLemOfNoTimeStandsStill() {
    CellArchitecture architecture = new CellArchitecture(new LemForm(2, 5, 1), 1);
    float[] weights = weights(architecture, 1);
    Arrays.fill(weights, 0, 10 * 7, 0);
    Arrays.fill(weights, 15 * 7, 15 * 7 + 10, -OPEN);
    keeps(architecture, weights, 2, 12);
  }

  @Test
  void aHighwayWithoutTrafficKeepsItsMemory() {
    CellArchitecture architecture =
        new CellArchitecture(new HighwayForm(2, 5, 1, Gating.COUPLED, 0), 1);
    float[] weights = weights(architecture, 1);
    Arrays.fill(weights, 5 * 7, 10 * 7, 0);
    Arrays.fill(weights, 10 * 7 + 5, 10 * 8, -OPEN);
    keeps(architecture, weights, 2, 7);
  }

  /** The window is a register: after K steps it holds the memories of K steps, newest first. */
  @Test
  void theWindowHoldsThePast() {
    CellArchitecture architecture =
        new CellArchitecture(new HighwayForm(2, 4, 2, Gating.COUPLED, 3), 1);
    TangentDynamics dynamics = dynamics(architecture, weights(architecture, 2));
    double[] state = new double[architecture.states()];
    state[0] = 1;
    double[][] before = new double[3][];
    for (int k = 0; k < 3; k++) {
      before[k] = Arrays.copyOfRange(state, 2, 6);
      dynamics.step(state, state);
    }
    for (int k = 0; k < 3; k++) {
      assertThat(Arrays.copyOfRange(state, 6 + 4 * k, 10 + 4 * k)).containsExactly(before[2 - k]);
    }
    assertThat(before[2]).isNotEqualTo(before[1]);
  }

  /** A rate of 1 is no gate at all. */
  @Test
  void aRateOfOneIsNoGate() {
    CellArchitecture rated = new CellArchitecture(new HighwayForm(2, 5, 1, Gating.RATE, 0), 1);
    CellArchitecture plain = new CellArchitecture(new HighwayForm(2, 5, 1, Gating.NONE, 0), 1);
    float[] weights = weights(rated, 5);
    Arrays.fill(weights, 40, 45, OPEN);
    float[] without = new float[plain.parameterCount()];
    System.arraycopy(weights, 0, without, 0, 40);
    System.arraycopy(weights, 45, without, 40, without.length - 40);
    double[] state = new Random(6).doubles(7, -1, 1).toArray();
    double[] other = state.clone();
    dynamics(rated, weights).step(state, state);
    dynamics(plain, without).step(other, other);
    assertThat(state).containsExactly(other);
  }

  private static void keeps(CellArchitecture architecture, float[] weights, int from, int to) {
    TangentDynamics dynamics = dynamics(architecture, weights);
    double[] state = new Random(7).doubles(architecture.states(), -1, 1).toArray();
    double[] next = new double[state.length];
    dynamics.step(state, next);
    assertThat(Arrays.copyOfRange(next, from, to))
        .containsExactly(Arrays.copyOfRange(state, from, to));
  }

  private static TangentDynamics dynamics(CellArchitecture architecture, float[] weights) {
    int inputs = architecture.form().inputs();
    return (TangentDynamics) architecture.dynamics(weights, inputs, null);
  }

  private static float[] weights(CellArchitecture architecture, long seed) {
    Random random = new Random(seed);
    float[] weights = new float[architecture.parameterCount()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.5 * random.nextGaussian());
    }
    return weights;
  }
}
