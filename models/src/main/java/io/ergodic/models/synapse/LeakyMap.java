package io.ergodic.models.synapse;

import io.ergodic.models.kernel.HyperbolicTangent;
import io.ergodic.models.plrnn.TangentMap;

/** The map of {@link io.ergodic.models.kernel.LeakyCell} in double precision. */
final class LeakyMap implements TangentMap {
  private final int inputs;
  private final int units;
  private final LeakyArchitecture form;
  private final double[] weights;
  private final double[] held;
  private final double[] heldChange;
  private final double[] outputs;
  private final double[] drives;
  private final double[] v;
  private final double[] change;

  LeakyMap(LeakyArchitecture form, float[] parameters) {
    this.form = form;
    this.inputs = form.inputs();
    this.units = form.units();
    this.weights = form.exact(parameters);
    this.held = new double[units];
    this.heldChange = new double[units];
    this.outputs = new double[units];
    this.drives = new double[units];
    this.v = new double[units];
    this.change = new double[units];
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

  private void run(double[] state, double[] tangent) {
    boolean pushing = tangent != null;
    int sensory = units + units * units;
    int bias = sensory + units * inputs;
    for (int i = 0; i < units; i++) {
      held[i] = weights[bias + i] + product(sensory + i * inputs, state, inputs);
      heldChange[i] = pushing ? product(sensory + i * inputs, tangent, inputs) : 0;
    }
    System.arraycopy(state, inputs, v, 0, units);
    if (pushing) {
      System.arraycopy(tangent, inputs, change, 0, units);
    }
    for (int k = 0; k < form.unfolds(); k++) {
      for (int i = 0; i < units; i++) {
        outputs[i] = held[i] + product(units + i * units, v, units);
        drives[i] = pushing ? heldChange[i] + product(units + i * units, change, units) : 0;
      }
      HyperbolicTangent.apply(outputs, 0, units);
      for (int i = 0; i < units; i++) {
        double kept = 1 - form.step() / weights[i];
        change[i] = kept * change[i] + form.step() * (1 - outputs[i] * outputs[i]) * drives[i];
        v[i] = kept * v[i] + form.step() * outputs[i];
      }
    }
  }

  private double product(int from, double[] x, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[from + i] * x[i];
    }
    return sum;
  }

  private void read(double[] from, boolean bias, double[] target) {
    int readout = weights.length - inputs * (units + 1);
    for (int n = 0; n < inputs; n++) {
      double sum = product(readout + n * units, from, units);
      target[n] = bias ? sum + weights[readout + inputs * units + n] : sum;
    }
    System.arraycopy(from, 0, target, inputs, units);
  }
}
