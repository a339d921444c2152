package io.ergodic.models.continuous;

import io.ergodic.models.kernel.DenseLanes;
import java.util.random.RandomGenerator;

/**
 * A perceptron from the state to its derivative. Weights: W, b of each layer, W row-major.
 *
 * @param widths of the state, the hidden layers and the state again
 */
record Shape(int[] widths, Activation activation) {
  /**
   * A perceptron of hidden layers.
   *
   * @param states dimension of the state
   */
  static Shape of(int states, int[] hidden, Activation activation) {
    int[] widths = new int[hidden.length + 2];
    widths[0] = states;
    System.arraycopy(hidden, 0, widths, 1, hidden.length);
    widths[hidden.length + 1] = states;
    return new Shape(widths, activation);
  }

  int states() {
    return widths[0];
  }

  int layers() {
    return widths.length - 1;
  }

  /** The widest layer. */
  int widest() {
    int widest = 0;
    for (int width : widths) {
      widest = Math.max(widest, width);
    }
    return widest;
  }

  int parameterCount() {
    return offset(layers());
  }

  /** Where the weights of a layer begin. */
  int offset(int layer) {
    int offset = 0;
    for (int k = 0; k < layer; k++) {
      offset += widths[k + 1] * (widths[k] + 1);
    }
    return offset;
  }

  /** Multiply-adds of an evaluation. */
  double multiplyAdds() {
    double sum = 0;
    for (int k = 0; k < layers(); k++) {
      sum += (double) widths[k + 1] * widths[k];
    }
    return sum;
  }

  DenseLanes layer(int k) {
    return new DenseLanes(widths[k], widths[k + 1]);
  }

  /** Weights and biases uniformly in +- 1 / sqrt(inputs of the layer), as PyTorch begins. */
  void initialise(float[] parameters, RandomGenerator random) {
    for (int k = 0; k < layers(); k++) {
      double limit = 1 / Math.sqrt(widths[k]);
      for (int i = offset(k); i < offset(k + 1); i++) {
        parameters[i] = (float) (limit * (2 * random.nextDouble() - 1));
      }
    }
  }
}
