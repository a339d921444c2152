package io.ergodic.models.continuous;

import java.util.Arrays;

/** A perceptron as the right-hand side of one equation, with its derivative along vectors. */
final class PointField {
  /** Layers of fewer outputs are computed row by row, others column by column. */
  private static final int NARROW = 16;

  private final Shape shape;
  private final double[][] weights;
  private final double[][] biases;
  private final double[][] inputs;
  private final double[][] outputs;
  private final double[][] slopes;
  private final double[] tangent;
  private final double[] image;

  PointField(Shape shape, float[] parameters) {
    this.shape = shape;
    int layers = shape.layers();
    weights = new double[layers][];
    biases = new double[layers][];
    inputs = new double[layers][];
    outputs = new double[layers][];
    slopes = new double[layers][];
    for (int k = 0; k < layers; k++) {
      int in = shape.widths()[k];
      int out = shape.widths()[k + 1];
      int at = shape.offset(k);
      weights[k] = new double[in * out];
      biases[k] = new double[out];
      for (int o = 0; o < out; o++) {
        for (int i = 0; i < in; i++) {
          weights[k][out < NARROW ? o * in + i : i * out + o] = parameters[at + o * in + i];
        }
        biases[k][o] = parameters[at + in * out + o];
      }
      inputs[k] = new double[out];
      outputs[k] = new double[out];
      slopes[k] = new double[out];
    }
    tangent = new double[shape.widest()];
    image = new double[shape.widest()];
  }

  int states() {
    return shape.states();
  }

  /** Writes f(y) to the front of {@code slope}, of which y may be no part. */
  void slope(double[] y, double[] slope) {
    double[] x = y;
    int last = shape.layers() - 1;
    for (int k = 0; k < last; k++) {
      System.arraycopy(biases[k], 0, inputs[k], 0, inputs[k].length);
      addProduct(k, x, inputs[k]);
      System.arraycopy(inputs[k], 0, outputs[k], 0, inputs[k].length);
      shape.activation().apply(outputs[k], outputs[k].length, image);
      x = outputs[k];
    }
    System.arraycopy(biases[last], 0, slope, 0, states());
    addProduct(last, x, slope);
  }

  /** Prepares {@link #push} at the state that {@link #slope} was asked for last. */
  void differentiate() {
    for (int k = 0; k < shape.layers() - 1; k++) {
      shape.activation().slope(inputs[k], outputs[k], inputs[k].length, slopes[k]);
    }
  }

  /** The Jacobian there times a vector: M values from {@code at} of either array. */
  void push(double[] vectors, double[] images, int at) {
    System.arraycopy(vectors, at, tangent, 0, states());
    for (int k = 0; k < shape.layers(); k++) {
      int out = shape.widths()[k + 1];
      Arrays.fill(image, 0, out, 0);
      addProduct(k, tangent, image);
      boolean hidden = k < shape.layers() - 1;
      for (int o = 0; o < out; o++) {
        tangent[o] = hidden ? image[o] * slopes[k][o] : image[o];
      }
    }
    System.arraycopy(tangent, 0, images, at, states());
  }

  private void addProduct(int layer, double[] x, double[] y) {
    int in = shape.widths()[layer];
    int out = shape.widths()[layer + 1];
    double[] w = weights[layer];
    if (out < NARROW) {
      for (int o = 0; o < out; o++) {
        y[o] += row(w, o * in, x, in);
      }
      return;
    }
    for (int i = 0; i < in; i++) {
      double factor = x[i];
      int at = i * out;
      for (int o = 0; o < out; o++) {
        y[o] += factor * w[at + o];
      }
    }
  }

  /** A product of vectors in four sums, which need not wait for one another. */
  private static double row(double[] w, int from, double[] x, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      s0 += w[from + i] * x[i];
      s1 += w[from + i + 1] * x[i + 1];
      s2 += w[from + i + 2] * x[i + 2];
      s3 += w[from + i + 3] * x[i + 3];
    }
    for (; i < count; i++) {
      s0 += w[from + i] * x[i];
    }
    return s0 + s1 + (s2 + s3);
  }
}
