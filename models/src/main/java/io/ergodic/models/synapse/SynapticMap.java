package io.ergodic.models.synapse;

import io.ergodic.models.plrnn.TangentMap;
import java.util.Arrays;

/** The map of {@link io.ergodic.models.kernel.SynapticCell} in double precision. */
final class SynapticMap implements TangentMap {
  private final int inputs;
  private final int units;
  private final int unfolds;
  private final double[] weights;
  private final int affine;
  private final int readout;
  private final PointSynapses recurrent;
  private final PointSynapses sensory;
  private final double[] mapped;
  private final double[] mappedChange;
  private final double[][] held;
  private final double[][] sums;
  private final double[] v;
  private final double[] change;

  SynapticMap(SynapticArchitecture architecture, float[] parameters) {
    inputs = architecture.inputs();
    units = architecture.units();
    unfolds = architecture.unfolds();
    weights = architecture.exact(parameters);
    SynapseKind kind = architecture.kind();
    int at = 3 * units;
    recurrent = new PointSynapses(kind, units, units, parameters, at);
    at += kind.parameterCount(units, units);
    sensory = new PointSynapses(kind, inputs, units, parameters, at);
    affine = at + kind.parameterCount(inputs, units);
    readout = affine + 2 * inputs;
    mapped = new double[inputs];
    mappedChange = new double[inputs];
    held = new double[4][units];
    sums = new double[4][units];
    v = new double[units];
    change = new double[units];
  }

  @Override
  public int states() {
    return inputs + units;
  }

  @Override
  public void step(double[] state, double[] next) {
    run(state, null);
    read(v, true, next);
  }

  @Override
  public void push(double[] state, double[] tangent, double[] image) {
    run(state, tangent);
    read(change, false, image);
  }

  /** Leads v, and its change along a tangent where there is one, through all steps of a row. */
  private void run(double[] state, double[] tangent) {
    boolean pushing = tangent != null;
    for (int n = 0; n < inputs; n++) {
      mapped[n] = weights[affine + n] * state[n] + weights[affine + inputs + n];
      mappedChange[n] = pushing ? weights[affine + n] * tangent[n] : 0;
    }
    for (double[] each : held) {
      Arrays.fill(each, 0);
    }
    sensory.forward(mapped, held[0], held[1]);
    System.arraycopy(state, inputs, v, 0, units);
    if (pushing) {
      sensory.push(mappedChange, held[2], held[3]);
      System.arraycopy(tangent, inputs, change, 0, units);
    }
    for (int k = 0; k < unfolds; k++) {
      for (int s = 0; s < held.length; s++) {
        System.arraycopy(held[s], 0, sums[s], 0, units);
      }
      recurrent.forward(v, sums[0], sums[1]);
      if (pushing) {
        recurrent.push(change, sums[2], sums[3]);
      }
      for (int i = 0; i < units; i++) {
        double leak = weights[units + i];
        double total = weights[i] + leak + sums[1][i];
        double after = (weights[i] * v[i] + leak * weights[2 * units + i] + sums[0][i]) / total;
        change[i] = (weights[i] * change[i] + sums[2][i] - after * sums[3][i]) / total;
        v[i] = after;
      }
    }
  }

  private void read(double[] from, boolean bias, double[] target) {
    for (int n = 0; n < inputs; n++) {
      double sum = bias ? weights[readout + inputs * units + n] : 0;
      for (int i = 0; i < units; i++) {
        sum += weights[readout + n * units + i] * from[i];
      }
      target[n] = sum;
    }
    System.arraycopy(from, 0, target, inputs, units);
  }
}
