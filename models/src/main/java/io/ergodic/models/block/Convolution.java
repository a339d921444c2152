package io.ergodic.models.block;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Two-dimensional convolution, stride 1, padded with zeros so that an odd kernel keeps the size:
 * (count, inputs, height, width) to (count, outputs, height, width).
 */
public final class Convolution implements Block {
  private final Parameter weight;
  private final Parameter bias;
  private final long padding;

  public Convolution(Parameters parameters, long inputs, long outputs, long kernel) {
    Initial fan = Initial.fan(inputs * kernel * kernel);
    this.weight = parameters.parameter("weight", fan, outputs, inputs, kernel, kernel);
    this.bias = parameters.parameter("bias", fan, outputs);
    this.padding = kernel / 2;
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    long[] one = {1, 1};
    long[] pad = {padding, padding};
    return torch.conv2d(input, weight.tensor(), bias.optional(), one, pad, one, 1);
  }
}
