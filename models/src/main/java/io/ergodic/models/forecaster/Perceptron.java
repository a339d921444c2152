package io.ergodic.models.forecaster;

import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Linear;

/** Fully connected layers with ReLU, and a linear map at their end. */
final class Perceptron {
  private Perceptron() {}

  /** Of (series, inputs) to (series, outputs), for so many series of an example. */
  static Block of(Build build, long each, long inputs, int layers, long hidden, long outputs) {
    Block[] blocks = new Block[2 * layers + 1];
    for (int k = 0; k < layers; k++) {
      blocks[2 * k] = Linear.of(build.in("layer" + k), each, k == 0 ? inputs : hidden, hidden);
      blocks[2 * k + 1] = Activation.RELU;
    }
    blocks[2 * layers] = Linear.of(build.in("coefficients"), each, hidden, outputs);
    return Block.sequence(blocks);
  }
}
