package io.ergodic.models.block;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Batch normalisation (Ioffe and Szegedy 2015) of axis 1 of (count, features), (count, features,
 * length) or (count, features, height, width). Running mean and variance are buffers of the model.
 */
public final class BatchNorm implements Block {
  private static final double EPSILON = 1e-5;
  private static final double MOMENTUM = 0.1;

  private final Parameter weight;
  private final Parameter bias;
  private final Parameter mean;
  private final Parameter variance;

  public BatchNorm(Parameters parameters, long features) {
    this.weight = parameters.parameter("weight", Role.NORM, Initial.constant(1), features);
    this.bias = parameters.parameter("bias", Role.NORM, Initial.constant(0), features);
    this.mean = parameters.buffer("mean", Initial.constant(0), features);
    this.variance = parameters.buffer("variance", Initial.constant(1), features);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return torch.batch_norm(
        input,
        weight.optional(),
        bias.optional(),
        mean.optional(),
        variance.optional(),
        pass.training(),
        MOMENTUM,
        EPSILON,
        false);
  }

  /** Normalises the last axis of (..., features), all other axes together being the batch. */
  public Tensor forwardLast(Tensor input, Pass pass) {
    long[] shape = input.shape();
    return forward(input.reshape(-1, shape[shape.length - 1]), pass).view(shape);
  }
}
