package io.ergodic.models.block;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Normalises the last axis to mean 0 and variance 1, then scales and shifts (Ba et al. 2016). */
public final class LayerNorm implements Block {
  private static final double EPSILON = 1e-5;

  private final long features;
  private final Parameter weight;
  private final Parameter bias;

  public LayerNorm(Parameters parameters, long features) {
    this.features = features;
    this.weight = parameters.parameter("weight", Role.NORM, Initial.constant(1), features);
    this.bias = parameters.parameter("bias", Role.NORM, Initial.constant(0), features);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    long[] shape = {features};
    return torch.layer_norm(input, shape, weight.optional(), bias.optional(), EPSILON, false);
  }
}
