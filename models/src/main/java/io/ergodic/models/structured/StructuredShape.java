package io.ergodic.models.structured;

import java.util.random.RandomGenerator;

/**
 * The form of a structured network: layers of {@code operators} Hankel matrices side by side. The
 * first layer gives each the same delays, those between give each what the same one before gave,
 * and the last adds all up and shows the first {@code outputs} values; a single layer is a single
 * matrix. Weights: of each layer the diagonals of its matrices, then its biases.
 *
 * @param size n of the matrices: delays x variables
 * @param operators p of a layer
 * @param outputs values that come out
 */
record StructuredShape(int size, int operators, int layers, int outputs, UnitFunction unit) {
  /** Matrices of a layer. */
  int matrices() {
    return layers == 1 ? 1 : operators;
  }

  /** Numbers of the diagonals of a layer. */
  int diagonals() {
    return matrices() * 2 * size;
  }

  /** Where a layer's weights begin. */
  int offset(int layer) {
    return layer * (diagonals() + operators * size);
  }

  int parameterCount() {
    return offset(layers - 1) + diagonals() + outputs;
  }

  /** Multiply-adds of a forward pass, a transform of m values counted as 2 m log2 m. */
  double multiplyAdds() {
    double one = 8.0 * size * (1 + Math.log(size) / Math.log(2)) + 4.0 * size;
    return layers * matrices() * one;
  }

  /** Matrices of uniform values in plus or minus the root of what goes in, as of dense layers. */
  void initialise(float[] parameters, RandomGenerator random) {
    HankelOperator operator = new HankelOperator(size);
    double[] h = new double[2 * size - 1];
    double[] diagonal = new double[2 * size];
    for (int layer = 0; layer < layers; layer++) {
      boolean sums = layer > 0 && layer == layers - 1;
      double bound = 1 / Math.sqrt((double) size * (sums ? operators : 1));
      int at = offset(layer);
      for (int k = 0; k < matrices(); k++) {
        for (int i = 0; i < h.length; i++) {
          h[i] = bound * (2 * random.nextDouble() - 1);
        }
        operator.diagonal(h, diagonal, 0);
        for (double value : diagonal) {
          parameters[at++] = (float) value;
        }
      }
      int biases = layer == layers - 1 ? outputs : operators * size;
      for (int i = 0; i < biases; i++) {
        parameters[at++] = (float) (bound * (2 * random.nextDouble() - 1));
      }
    }
  }
}
