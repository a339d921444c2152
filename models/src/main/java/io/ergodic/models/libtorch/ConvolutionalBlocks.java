package io.ergodic.models.libtorch;

import io.ergodic.models.block.Activation;
import io.ergodic.models.block.BatchNorm;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Convolution;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Flatten;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.MaxPool;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.plan.ConvolutionalShape;

/** The network of {@link ConvolutionalNetwork} as blocks. */
final class ConvolutionalBlocks {
  private ConvolutionalBlocks() {}

  /** Maps (count, channels, height, width) to (count, classes) logits. */
  static Block of(Parameters parameters, ConvolutionalShape shape, boolean batchNorm) {
    return Block.sequence(
        stage(parameters.in("stage1"), shape.channels(), shape.first(), batchNorm),
        stage(parameters.in("stage2"), shape.first(), shape.second(), batchNorm),
        new Flatten(1),
        new Dropout(shape.dropout()),
        new Linear(parameters.in("hidden"), shape.features(), shape.hidden()),
        Activation.RELU,
        new Dropout(shape.dropout()),
        new Linear(parameters.in("output"), shape.hidden(), shape.classes()));
  }

  private static Block stage(Parameters parameters, long inputs, long outputs, boolean batchNorm) {
    Block convolution = new Convolution(parameters.in("convolution"), inputs, outputs, 3);
    // Pooling first: it commutes with the rising ReLU, which then has a quarter of the work.
    Block rest = Block.sequence(new MaxPool(2), Activation.RELU);
    return batchNorm
        ? Block.sequence(convolution, new BatchNorm(parameters.in("norm"), outputs), rest)
        : Block.sequence(convolution, rest);
  }
}
