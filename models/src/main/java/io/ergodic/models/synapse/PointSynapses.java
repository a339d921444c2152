package io.ergodic.models.synapse;

import io.ergodic.models.kernel.Logistic;

/** Synapses of one state in double precision, with their derivative along a vector. */
final class PointSynapses {
  private final SynapseKind kind;
  private final int sources;
  private final int targets;
  private final double[] weights;
  private final double[] gates;

  /** With weights from {@code offset}. */
  PointSynapses(SynapseKind kind, int sources, int targets, float[] parameters, int offset) {
    this.kind = kind;
    this.sources = sources;
    this.targets = targets;
    this.weights = new double[kind.parameterCount(sources, targets)];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = parameters[offset + i];
    }
    this.gates = new double[kind.gated() ? sources * targets : sources];
  }

  /** Adds currents and conductances of all targets. */
  void forward(double[] source, double[] currents, double[] pulls) {
    open(source);
    int size = sources * targets;
    for (int i = 0, s = 0; i < targets; i++) {
      double current = 0;
      double pull = 0;
      for (int j = 0; j < sources; j++, s++) {
        double gate = kind.gated() ? gates[s] : gates[j];
        double g = weights[s] * gate;
        current += kind == SynapseKind.CHEMICAL ? g * weights[3 * size + s] : g;
        pull += kind == SynapseKind.ELECTRICAL ? weights[s] : g;
      }
      currents[i] += current;
      pulls[i] += kind.conducts() ? pull : 0;
    }
  }

  private void open(double[] source) {
    if (kind == SynapseKind.ELECTRICAL) {
      System.arraycopy(source, 0, gates, 0, sources);
      return;
    }
    int size = sources * targets;
    for (int s = 0, j = 0; s < gates.length; s++, j = j + 1 == sources ? 0 : j + 1) {
      gates[s] = kind.gated() ? weights[2 * size + s] * (source[j] - weights[size + s]) : source[j];
    }
    Logistic.apply(gates, 0, gates.length);
  }

  /** Adds what {@link #forward}, asked just before, changes by along a change of the sources. */
  void push(double[] change, double[] currents, double[] pulls) {
    int size = sources * targets;
    for (int i = 0, s = 0; i < targets; i++) {
      double current = 0;
      double pull = 0;
      for (int j = 0; j < sources; j++, s++) {
        double gate = kind.gated() ? gates[s] : gates[j];
        double slope = kind == SynapseKind.ELECTRICAL ? 1 : gate * (1 - gate);
        slope *= kind.gated() ? weights[2 * size + s] : 1;
        double g = weights[s] * slope * change[j];
        current += kind == SynapseKind.CHEMICAL ? g * weights[3 * size + s] : g;
        pull += kind == SynapseKind.CHEMICAL ? g : 0;
      }
      currents[i] += current;
      pulls[i] += pull;
    }
  }
}
