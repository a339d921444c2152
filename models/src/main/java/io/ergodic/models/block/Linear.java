package io.ergodic.models.block;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** y = x W' + b over the last axis: (..., inputs) to (..., outputs). */
public final class Linear implements Block {
  private final Parameter weight;
  private final Parameter bias;

  public Linear(Parameters parameters, long inputs, long outputs) {
    this(parameters, inputs, outputs, Initial.fan(inputs), Initial.fan(inputs));
  }

  /** With other first values. */
  public Linear(Parameters parameters, long inputs, long outputs, Initial weight, Initial bias) {
    this.weight = parameters.parameter("weight", weight, outputs, inputs);
    this.bias = parameters.parameter("bias", bias, outputs);
  }

  /** Counted among the costs of a build, for so many places of an example. */
  public static Linear of(Build build, long places, long inputs, long outputs) {
    build.count((double) places * inputs * outputs);
    return new Linear(build.parameters(), inputs, outputs);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return torch.linear(input, weight.tensor(), bias.optional());
  }
}
