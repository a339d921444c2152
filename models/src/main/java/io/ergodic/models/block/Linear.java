package io.ergodic.models.block;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** y = x W' + b over the last axis: (..., inputs) to (..., outputs). */
public final class Linear implements Block {
  private final Parameter weight;
  private final Parameter bias;

  public Linear(Parameters parameters, long inputs, long outputs) {
    this.weight = parameters.parameter("weight", Initial.fan(inputs), outputs, inputs);
    this.bias = parameters.parameter("bias", Initial.fan(inputs), outputs);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return torch.linear(input, weight.tensor(), bias.optional());
  }
}
