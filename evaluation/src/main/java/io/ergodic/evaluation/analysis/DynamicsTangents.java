package io.ergodic.evaluation.analysis;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.TangentDynamics;
import io.ergodic.datasets.integrate.IntegrationException;
import io.ergodic.datasets.invariant.TangentFrame;
import io.ergodic.datasets.invariant.TangentSystem;

/**
 * Any dynamics as a system with tangent vectors, one step an interval: what the estimator of
 * Lyapunov spectra needs.
 */
final class DynamicsTangents implements TangentSystem {
  private static final double DIVERGED = 1e100;

  private final Dynamics model;
  private final double step;
  private final int size;
  private final double[] jacobian;
  private final double[] vector;
  private final double[] image;

  /**
   * @param step time that a step covers
   */
  DynamicsTangents(Dynamics model, double step) {
    this.model = model;
    this.step = step;
    this.size = model.stateDimension();
    this.jacobian = model instanceof TangentDynamics ? new double[0] : new double[size * size];
    this.vector = new double[size];
    this.image = new double[size];
  }

  @Override
  public int dimension() {
    return size;
  }

  @Override
  public double interval() {
    return step;
  }

  @Override
  public void advance(double[] state, TangentFrame frame) {
    double[] values = frame.values();
    if (frame.vectors() > 0 && !(model instanceof TangentDynamics)) {
      model.jacobian(state, jacobian);
    }
    for (int v = 0; v < frame.vectors(); v++) {
      System.arraycopy(values, v * size, vector, 0, size);
      push(state);
      System.arraycopy(image, 0, values, v * size, size);
    }
    model.step(state, state);
    for (double value : state) {
      if (!(Math.abs(value) < DIVERGED)) {
        throw new IntegrationException("divergence", this, step, new double[] {value});
      }
    }
  }

  private void push(double[] state) {
    if (model instanceof TangentDynamics pushing) {
      pushing.push(state, vector, image);
      return;
    }
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += jacobian[i * size + j] * vector[j];
      }
      image[i] = sum;
    }
  }

  @Override
  public String toString() {
    return "a map of " + size + " states";
  }
}
