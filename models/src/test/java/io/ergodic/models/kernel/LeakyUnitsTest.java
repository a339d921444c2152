package io.ergodic.models.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Loss and gradient of cells of leaky units against finite differences of equations in double. */
class LeakyUnitsTest {
  private static final int STEPS = 19;
  private static final int INPUTS = 2;
  private static final int UNITS = 3;
  private static final int UNFOLDS = 4;

  @Test
  void chemicalSynapses() {
    check(synaptic(new int[] {4, 2}), synaptic(4));
  }

  @Test
  void gatedSynapses() {
    check(synaptic(new int[] {3, 2}), synaptic(3));
  }

  @Test
  void electricalSynapses() {
    check(synaptic(new int[] {1, 1}), synaptic(2));
  }

  @Test
  void additiveSynapses() {
    check(synaptic(new int[] {1, 0}), synaptic(1));
  }

  @Test
  void leakyUnits() {
    check(new LeakyCell(INPUTS, UNITS, UNFOLDS, 0.1f), leaky(UNFOLDS));
  }

  /** More steps of the solver than slots. */
  @Test
  void leakyUnitsOfManySteps() {
    int unfolds = 2 * LaneCell.SLOTS + 3;
    check(new LeakyCell(INPUTS, UNITS, unfolds, 0.1f), leaky(unfolds));
  }

  /** Four weights a synapse are chemical, three gated; of one, the second figure says which. */
  private static LaneCell synaptic(int[] kind) {
    boolean gated = kind[0] > 1;
    LaneSynapses recurrent =
        gated
            ? new GatedSynapses(UNITS, UNITS, kind[0] == 4, UNFOLDS)
            : new PlainSynapses(UNITS, UNITS, kind[1] == 1, UNFOLDS);
    LaneSynapses sensory =
        gated
            ? new GatedSynapses(INPUTS, UNITS, kind[0] == 4, 1)
            : new PlainSynapses(INPUTS, UNITS, kind[1] == 1, 1);
    return new SynapticCell(INPUTS, UNITS, UNFOLDS, recurrent, sensory);
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** 1 additive, 2 electrical, 3 gated, 4 chemical. */
  private static ScalarForcing.Map synaptic(int kind) {
    int each = kind > 2 ? kind : 1;
    return (w, z, next) -> {
      int recurrent = 3 * UNITS;
      int sensory = recurrent + each * UNITS * UNITS;
      int affine = sensory + each * INPUTS * UNITS;
      double[] u = new double[INPUTS];
      for (int n = 0; n < INPUTS; n++) {
        u[n] = w[affine + n] * z[n] + w[affine + INPUTS + n];
      }
      double[] v = Arrays.copyOfRange(z, INPUTS, INPUTS + UNITS);
      for (int k = 0; k < UNFOLDS; k++) {
        double[] after = new double[UNITS];
        for (int i = 0; i < UNITS; i++) {
          double[] sums = {w[i] * v[i] + w[UNITS + i] * w[2 * UNITS + i], w[i] + w[UNITS + i]};
          add(kind, w, recurrent, i, v, UNITS * UNITS, sums);
          add(kind, w, sensory, i, u, INPUTS * UNITS, sums);
          after[i] = sums[0] / sums[1];
        }
        v = after;
      }
      read(w, affine + 2 * INPUTS, v, next);
    };
  }

  private static void add(
      int kind, double[] w, int at, int target, double[] source, int size, double[] sums) {
    for (int j = 0; j < source.length; j++) {
      int s = at + target * source.length + j;
      double gate = kind > 2 ? logistic(w[s + 2 * size] * (source[j] - w[s + size])) : 0;
      sums[0] +=
          switch (kind) {
            case 1 -> w[s] * logistic(source[j]);
            case 2 -> w[s] * source[j];
            case 3 -> w[s] * gate;
            default -> w[s] * gate * w[s + 3 * size];
          };
      sums[1] += kind == 2 ? w[s] : kind == 4 ? w[s] * gate : 0;
    }
  }

  private static ScalarForcing.Map leaky(int unfolds) {
    return (w, z, next) -> leaky(unfolds, w, z, next);
  }

  private static void leaky(int unfolds, double[] w, double[] z, double[] next) {
    int sensory = UNITS + UNITS * UNITS;
    int bias = sensory + UNITS * INPUTS;
    double[] v = Arrays.copyOfRange(z, INPUTS, INPUTS + UNITS);
    for (int k = 0; k < unfolds; k++) {
      double[] after = new double[UNITS];
      for (int i = 0; i < UNITS; i++) {
        double sum = w[bias + i];
        for (int j = 0; j < UNITS; j++) {
          sum += w[UNITS + i * UNITS + j] * v[j];
        }
        for (int n = 0; n < INPUTS; n++) {
          sum += w[sensory + i * INPUTS + n] * z[n];
        }
        after[i] = v[i] + (double) 0.1f * (Math.tanh(sum) - v[i] / w[i]);
      }
      v = after;
    }
    read(w, bias + UNITS, v, next);
  }

  private static void read(double[] w, int at, double[] v, double[] next) {
    for (int n = 0; n < INPUTS; n++) {
      next[n] = w[at + INPUTS * UNITS + n];
      for (int i = 0; i < UNITS; i++) {
        next[n] += w[at + n * UNITS + i] * v[i];
      }
    }
    System.arraycopy(v, 0, next, INPUTS, UNITS);
  }

  private static void check(LaneCell cell, ScalarForcing.Map map) {
    int count = 7;
    IdentityObservation observation = new IdentityObservation(cell.states(), INPUTS);
    int mapWeights = cell.parameterCount();
    Random random = new Random(mapWeights);
    float[] weights = new float[mapWeights + observation.parameterCount()];
    for (int i = 0; i < weights.length; i++) {
      // Capacities, leaks, conductances and time constants are positive.
      weights[i] = (float) (0.2 + 0.9 * random.nextDouble());
    }
    float[] x = UpdateKernelTest.normal(5, count * (STEPS + 1) * INPUTS);
    float[] lanes = new float[(STEPS + 1) * INPUTS * Lanes.COUNT];
    Lanes.load(x, 0, count, STEPS + 1, INPUTS, lanes);
    float[] scale = new float[Lanes.COUNT];
    Arrays.fill(scale, 0, count, 2f / (count * STEPS * INPUTS));
    float[] alpha = new float[STEPS + 1];
    Arrays.fill(alpha, 0.3f);
    alpha[6] = 1;
    alpha[7] = 0;

    TeacherForcing forcing = new TeacherForcing(cell, observation, STEPS);
    cell.load(weights, 0);
    observation.load(weights, mapWeights);
    double sum = forcing.run(lanes, alpha, scale, count, true);
    float[] gradient = new float[weights.length];
    cell.gradient(gradient, 0);
    observation.gradient(gradient, mapWeights);

    double[] exact = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      exact[i] = weights[i];
    }
    double loss = loss(map, exact, mapWeights, cell.states(), x, count, alpha);
    assertThat(sum / (count * STEPS * INPUTS)).isCloseTo(loss, within(1e-5 * loss));
    double[] expected = new double[weights.length];
    double largest = 0;
    for (int i = 0; i < weights.length; i++) {
      exact[i] += 1e-6;
      double up = loss(map, exact, mapWeights, cell.states(), x, count, alpha);
      exact[i] -= 2e-6;
      double down = loss(map, exact, mapWeights, cell.states(), x, count, alpha);
      exact[i] += 1e-6;
      expected[i] = (up - down) / 2e-6;
      largest = Math.max(largest, Math.abs(expected[i]));
    }
    for (int i = 0; i < weights.length; i++) {
      assertThat((double) gradient[i])
          .as("weight %d", i)
          .isCloseTo(expected[i], within(1e-4 * largest));
    }
  }

  private static double loss(
      ScalarForcing.Map map,
      double[] weights,
      int mapWeights,
      int states,
      float[] x,
      int count,
      float[] alpha) {
    return ScalarForcing.loss(map, weights, mapWeights, states, INPUTS, x, count, STEPS, alpha);
  }
}
