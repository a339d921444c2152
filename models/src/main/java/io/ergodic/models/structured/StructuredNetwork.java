package io.ergodic.models.structured;

import java.util.Arrays;

/**
 * A network of Hankel matrices with its adjoint. What the adjoint needs of a forward pass is kept
 * in a slot, so that passes one after the other can be gone back through. One instance belongs to
 * one thread.
 */
final class StructuredNetwork {
  private final StructuredShape shape;
  private final HankelOperator operator;
  private final double[] parameters;
  private final double[] gradient;

  /** By slot and layer: the transforms of what goes in, and the values that come out. */
  private final double[][][] transforms;

  private final double[][][] values;
  private final double[] sum;
  private final double[] outer;
  private final double[] inner;

  StructuredNetwork(StructuredShape shape, int slots) {
    this.shape = shape;
    this.operator = new HankelOperator(shape.size());
    this.parameters = new double[shape.parameterCount()];
    this.gradient = new double[shape.parameterCount()];
    int width = shape.operators() * shape.size();
    this.transforms = new double[slots][shape.layers()][];
    this.values = new double[slots][shape.layers()][width];
    for (double[][] slot : transforms) {
      for (int layer = 0; layer < shape.layers(); layer++) {
        slot[layer] = new double[(layer == 0 ? 1 : shape.operators()) * operator.count()];
      }
    }
    this.sum = new double[shape.size()];
    this.outer = new double[width];
    this.inner = new double[width];
  }

  /** Takes new weights and forgets the gradient. */
  void load(float[] weights) {
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = weights[i];
    }
    Arrays.fill(gradient, 0);
  }

  /** dL/d(weights) of all that {@link #backward} went through. */
  double[] gradient() {
    return gradient;
  }

  /** From n values of {@code x} to the outputs, written to {@code y} from {@code to}. */
  void forward(int slot, double[] x, int from, double[] y, int to) {
    int size = shape.size();
    int last = shape.layers() - 1;
    for (int layer = 0; layer <= last; layer++) {
      double[] transformed = transforms[slot][layer];
      int inputs = layer == 0 ? 1 : shape.operators();
      for (int k = 0; k < inputs; k++) {
        double[] source = layer == 0 ? x : values[slot][layer - 1];
        int at = layer == 0 ? from : k * size;
        operator.transform(source, at, transformed, k * operator.count());
      }
      int diagonal = shape.offset(layer);
      int bias = diagonal + shape.diagonals();
      Arrays.fill(sum, 0);
      for (int k = 0; k < shape.matrices(); k++) {
        int input = layer == 0 ? 0 : k * operator.count();
        operator.addProduct(
            parameters, diagonal + k * operator.count(), transformed, input, sum, 0);
        if (layer < last) {
          for (int i = 0; i < size; i++) {
            values[slot][layer][k * size + i] =
                shape.unit().of(sum[i] + parameters[bias + k * size + i]);
          }
          Arrays.fill(sum, 0);
        }
      }
      for (int c = 0; layer == last && c < shape.outputs(); c++) {
        y[to + c] = sum[c] + parameters[bias + c];
      }
    }
  }

  /**
   * The adjoint of {@link #forward}: gathers the gradient, and adds dL/dx to {@code dx}.
   *
   * @param dy dL/dy, from {@code at}
   */
  void backward(int slot, double[] dy, int at, double[] dx, int to) {
    int size = shape.size();
    int last = shape.layers() - 1;
    Arrays.fill(outer, 0);
    System.arraycopy(dy, at, outer, 0, shape.outputs());
    for (int layer = last; layer >= 0; layer--) {
      int diagonal = shape.offset(layer);
      int bias = diagonal + shape.diagonals();
      int biases = layer == last ? shape.outputs() : shape.operators() * size;
      for (int i = 0; i < biases; i++) {
        outer[i] *= layer == last ? 1 : shape.unit().slope(values[slot][layer][i]);
        gradient[bias + i] += outer[i];
      }
      Arrays.fill(inner, 0);
      for (int k = 0; k < shape.matrices(); k++) {
        int d = diagonal + k * operator.count();
        operator.addAdjoint(
            parameters,
            d,
            transforms[slot][layer],
            layer == 0 ? 0 : k * operator.count(),
            outer,
            layer == last ? 0 : k * size,
            gradient,
            d,
            layer == 0 ? dx : inner,
            layer == 0 ? to : k * size);
      }
      System.arraycopy(inner, 0, outer, 0, inner.length);
    }
  }
}
