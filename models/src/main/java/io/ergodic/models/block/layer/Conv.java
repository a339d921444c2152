package io.ergodic.models.block.layer;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Convolution;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.LayerKind;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.Role;
import io.ergodic.models.block.Shape;

/** Convolution, norm, activation, dropout. */
public record Conv(
    @Setting(value = "channels that come out; 0 for those that come in", fallback = "0", min = 0)
        int width,
    @Setting(value = "side of the kernel", fallback = "3", min = 1) int kernel,
    @Setting(value = "of the first layer of the stage", fallback = "1", min = 1) int stride,
    @Setting(
            value = "pixels of zero around the picture; -1 to keep its size",
            fallback = "-1",
            min = -1)
        int padding,
    @Setting(value = "groups of channels that do not see one another", fallback = "1", min = 1)
        int groups,
    @Setting(value = "distance between the points of the kernel", fallback = "1", min = 1)
        int dilation,
    @Setting(value = "whether a constant is added", fallback = "false") boolean bias,
    @Setting(value = "after the convolution", fallback = "batch") Norm norm,
    @Setting(value = "after the norm", fallback = "relu") Activation activation,
    @Setting(value = "at the end", fallback = "0", min = 0, max = 0.99) double dropout)
    implements LayerKind {
  /** {@code conv}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("conv", Conv.class, "convolution, norm, activation, dropout");
    }
  }

  @Override
  public Built build(Shape input, Build build, int index) {
    input.needImage("layer conv");
    long outputs = width > 0 ? width : input.axis(0);
    if (input.axis(0) % groups != 0 || outputs % groups != 0) {
      throw new InvalidInputException(
          "layer conv: " + groups + " groups do not divide " + input.axis(0) + " and " + outputs);
    }
    long side = padding >= 0 ? padding : (long) dilation * (kernel - 1) / 2;
    Convolution.Form form =
        new Convolution.Form(kernel, index == 0 ? stride : 1, side, dilation, groups, bias);
    if (form.output(input.axis(1)) < 1 || form.output(input.axis(2)) < 1) {
      throw new InvalidInputException(
          "layer conv: a kernel of " + kernel + " does not fit into " + input);
    }
    Initial initial = Initial.kaiming(input.axis(0) / groups * (long) kernel * kernel);
    Role added = norm.centres() ? Role.CANCELLED : Role.BIAS;
    Built convolution =
        Convolution.of(build.in("convolution"), input, outputs, form, initial, added);
    Built normal = norm.build(convolution.output(), build.in("norm"));
    return new Built(
        Block.sequence(convolution.block(), normal.block(), activation, new Dropout(dropout)),
        normal.output());
  }
}
