package io.ergodic.models.synapse;

import io.ergodic.models.kernel.GatedSynapses;
import io.ergodic.models.kernel.LaneSynapses;
import io.ergodic.models.kernel.PlainSynapses;
import java.util.random.RandomGenerator;

/** What a unit j brings to a unit i, from the plainest to that of liquid time-constant networks. */
enum SynapseKind {
  /** S0: w logistic(v_j). */
  ADDITIVE(1, false, true),
  /** S1: w (v_j - v_i), w not negative: a gap junction. */
  ELECTRICAL(1, true, false),
  /** S2: w logistic(s (v_j - mu)). */
  GATED(3, false, true),
  /** S3: w logistic(s (v_j - mu)) (E - v_i), w not negative. */
  CHEMICAL(4, true, false);

  private static final float SMALLEST = 1e-5f;
  private static final float LARGEST = 1000;

  private final int weights;
  private final boolean conductance;
  private final boolean signed;

  SynapseKind(int weights, boolean conductance, boolean signed) {
    this.weights = weights;
    this.conductance = conductance;
    this.signed = signed;
  }

  /** Whether it pulls the target, not only drives it. */
  boolean conducts() {
    return conductance;
  }

  /** Whether it has a gate of its own, with mu and s. */
  boolean gated() {
    return weights > 1;
  }

  int parameterCount(int sources, int targets) {
    return weights * sources * targets;
  }

  LaneSynapses lanes(int sources, int targets, int slots) {
    return gated()
        ? new GatedSynapses(sources, targets, this == CHEMICAL, slots)
        : new PlainSynapses(sources, targets, this == ELECTRICAL, slots);
  }

  /**
   * As the code of Hasani et al. begins: w in (0.01, 1), mu in (0.3, 0.8), s in (3, 8), E -1 or 1;
   * where there is no E, w has its sign.
   */
  void initialise(float[] parameters, int from, int synapses, RandomGenerator random) {
    for (int i = from; i < from + synapses; i++) {
      double weight = uniform(0.01, 1, random);
      parameters[i] = (float) (signed && random.nextBoolean() ? -weight : weight);
    }
    if (gated()) {
      for (int i = from + synapses; i < from + 2 * synapses; i++) {
        parameters[i] = (float) uniform(0.3, 0.8, random);
        parameters[i + synapses] = (float) uniform(3, 8, random);
      }
    }
    if (this == CHEMICAL) {
      for (int i = from + 3 * synapses; i < from + 4 * synapses; i++) {
        parameters[i] = random.nextBoolean() ? 1 : -1;
      }
    }
  }

  static double uniform(double low, double high, RandomGenerator random) {
    return low + (high - low) * random.nextDouble();
  }

  /** Conductances stay positive: w in [1e-5, 1000]. */
  void clip(float[] parameters, int from, int synapses) {
    if (conductance) {
      for (int i = from; i < from + synapses; i++) {
        parameters[i] = Math.min(LARGEST, Math.max(SMALLEST, parameters[i]));
      }
    }
  }
}
