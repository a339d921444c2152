package io.ergodic.models.continuous;

import io.ergodic.models.kernel.DenseLanes;

/**
 * A perceptron as the right-hand side of many equations side by side, one example to a lane, with
 * its adjoint: the state of unit m in lane l is value m x lanes + l.
 */
final class DenseField implements OdeSystem {
  private final Shape shape;
  private final int lanes;
  private final DenseLanes[] layers;
  private final double[][] inputs;
  private final double[][] outputs;
  private final double[] slopes;
  private final double[] deltas;
  private final double[] spare;

  /**
   * @param lanes a multiple of {@link DenseLanes#BLOCK}
   */
  DenseField(Shape shape, int lanes) {
    this.shape = shape;
    this.lanes = lanes;
    int count = shape.layers();
    this.layers = new DenseLanes[count];
    this.inputs = new double[count][];
    this.outputs = new double[count][];
    for (int k = 0; k < count; k++) {
      layers[k] = shape.layer(k);
      inputs[k] = new double[shape.widths()[k + 1] * lanes];
      outputs[k] = new double[shape.widths()[k + 1] * lanes];
    }
    int widest = shape.widest() * lanes;
    this.slopes = new double[widest];
    this.deltas = new double[widest];
    this.spare = new double[widest];
  }

  int lanes() {
    return lanes;
  }

  int parameterCount() {
    return shape.parameterCount();
  }

  /** Takes new weights and forgets all gradients. */
  void load(float[] parameters) {
    for (int k = 0; k < layers.length; k++) {
      layers[k].load(parameters, shape.offset(k));
    }
  }

  /** Forgets all gradients. */
  void forget() {
    for (DenseLanes layer : layers) {
      layer.forget();
    }
  }

  @Override
  public int size() {
    return shape.states() * lanes;
  }

  @Override
  public void slope(double[] y, double[] slope) {
    double[] x = y;
    for (int k = 0; k < layers.length; k++) {
      boolean last = k == layers.length - 1;
      double[] target = last ? slope : outputs[k];
      layers[k].forward(x, 0, target, 0, lanes);
      if (!last) {
        shape.activation().apply(target, target.length, spare);
      }
      x = target;
    }
  }

  /**
   * Adds the product of the transposed Jacobian at {@code y} with {@code adjoint} to {@code sum},
   * and what it is with respect to the weights to their gradients.
   */
  void pull(double[] y, double[] adjoint, double[] sum) {
    int last = layers.length - 1;
    double[] x = y;
    for (int k = 0; k < last; k++) {
      layers[k].forward(x, 0, inputs[k], 0, lanes);
      System.arraycopy(inputs[k], 0, outputs[k], 0, inputs[k].length);
      shape.activation().apply(outputs[k], outputs[k].length, spare);
      x = outputs[k];
    }
    double[] delta = adjoint;
    for (int k = last; k >= 0; k--) {
      double[] input = k == 0 ? y : outputs[k - 1];
      layers[k].accumulate(input, 0, delta, 0, lanes);
      layers[k].backward(delta, 0, spare, 0, lanes);
      int count = shape.widths()[k] * lanes;
      if (k == 0) {
        for (int i = 0; i < count; i++) {
          sum[i] += spare[i];
        }
      } else {
        shape.activation().slope(inputs[k - 1], input, count, slopes);
        for (int i = 0; i < count; i++) {
          deltas[i] = spare[i] * slopes[i];
        }
        delta = deltas;
      }
    }
  }

  /** Adds the gradient with respect to the weights to {@code gradient}. */
  void gradient(double[] gradient, int offset) {
    for (int k = 0; k < layers.length; k++) {
      layers[k].gradient(gradient, offset + shape.offset(k));
    }
  }
}
