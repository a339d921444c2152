package io.ergodic.models.block;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Convolution over time without bias: (count, inputs, length) to (count, outputs, length). Zeros
 * are padded so that the length stays; of an even kernel, the odd one comes after the end.
 */
public final class TimeConvolution implements Block {
  private final Parameter weight;
  private final long kernel;

  private TimeConvolution(Parameters parameters, long inputs, long outputs, long kernel) {
    this.weight =
        parameters.parameter(
            "weight", Initial.glorot(inputs * kernel, outputs * kernel), outputs, inputs, kernel);
    this.kernel = kernel;
  }

  /** For series of a length, counted among the costs of the build. */
  public static TimeConvolution of(
      Build build, long length, long inputs, long outputs, long kernel) {
    build.count((double) length * inputs * outputs * kernel);
    return new TimeConvolution(build.parameters(), inputs, outputs, kernel);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    long before = (kernel - 1) / 2;
    // Padded after the end by as much as the convolution cannot pad on one side alone.
    Tensor longer =
        kernel % 2 == 0 ? torch.constant_pad_nd(input, new long[] {0, 1}, new Scalar(0.0)) : input;
    try (TensorOptional none = new TensorOptional()) {
      return torch.conv1d(
          longer, weight.tensor(), none, new long[] {1}, new long[] {before}, new long[] {1}, 1);
    }
  }
}
