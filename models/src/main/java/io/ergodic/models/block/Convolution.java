package io.ergodic.models.block;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/**
 * Two-dimensional convolution, padded with zeros: (count, inputs, height, width) to (count,
 * outputs, height', width') with height' = (height + 2 padding - dilation (kernel - 1) - 1) /
 * stride + 1.
 *
 * <p>On the processor the values of a place lie side by side (channels last): the convolution is as
 * fast, and pooling and normalisation after it are many times faster.
 */
public final class Convolution implements Block {
  private final Parameter weight;
  private final Parameter bias;
  private final Form form;

  /**
   * The form of a convolution.
   *
   * @param groups of channels that do not see one another
   * @param biased whether a constant is added
   */
  public record Form(
      long kernel, long stride, long padding, long dilation, long groups, boolean biased) {
    /** That keeps the size, with bias. */
    public static Form same(long kernel) {
      return new Form(kernel, 1, kernel / 2, 1, 1, true);
    }

    /** Size of an axis that comes out. */
    public long output(long size) {
      // Rounded down, so that what is too small by less than a stride gives no place either.
      return Math.floorDiv(size + 2 * padding - dilation * (kernel - 1) - 1, stride) + 1;
    }
  }

  /** Stride 1, of the same size, with bias, and the usual first values. */
  public Convolution(Parameters parameters, long inputs, long outputs, long kernel) {
    this(
        parameters,
        inputs,
        outputs,
        Form.same(kernel),
        Initial.fan(inputs * kernel * kernel),
        Role.BIAS);
  }

  private Convolution(
      Parameters parameters, long inputs, long outputs, Form form, Initial initial, Role added) {
    long fan = inputs / form.groups() * form.kernel() * form.kernel();
    this.weight =
        parameters.parameter(
            "weight", initial, outputs, inputs / form.groups(), form.kernel(), form.kernel());
    this.bias =
        form.biased() ? parameters.parameter("bias", added, Initial.fan(fan), outputs) : null;
    this.form = form;
  }

  /** A convolution of pictures of a shape, counted among the costs of the build. */
  public static Built of(Build build, Shape input, long outputs, Form form, Initial initial) {
    return of(build, input, outputs, form, initial, Role.BIAS);
  }

  /** With the role of its added constants, where it has any. */
  public static Built of(
      Build build, Shape input, long outputs, Form form, Initial initial, Role added) {
    long height = form.output(input.axis(1));
    long width = form.output(input.axis(2));
    long fan = input.axis(0) / form.groups() * form.kernel() * form.kernel();
    build.count((double) fan * outputs * height * width);
    return new Built(
        new Convolution(build.parameters(), input.axis(0), outputs, form, initial, added),
        Shape.image(outputs, height, width));
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    long[] stride = {form.stride(), form.stride()};
    long[] padding = {form.padding(), form.padding()};
    long[] dilation = {form.dilation(), form.dilation()};
    Tensor laid = input.is_cuda() ? input : input.contiguous(MemoryFormat.ChannelsLast);
    if (bias == null) {
      try (TensorOptional none = new TensorOptional()) {
        return torch.conv2d(laid, weight.tensor(), none, stride, padding, dilation, form.groups());
      }
    }
    return torch.conv2d(
        laid, weight.tensor(), bias.optional(), stride, padding, dilation, form.groups());
  }
}
