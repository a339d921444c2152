package io.ergodic.models.block.stem;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Convolution;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.Stem;

/** A convolution with norm and activation: a picture stays a picture. */
public record Conv(
    @Setting(value = "channels that come out", fallback = "16", min = 1) int width,
    @Setting(value = "side of the kernel", fallback = "3", min = 1) int kernel,
    @Setting(value = "pixels from place to place", fallback = "1", min = 1) int stride,
    @Setting(value = "after the convolution", fallback = "batch") Norm norm,
    @Setting(value = "after the norm", fallback = "relu") Activation activation,
    @Setting(value = "whether the convolution has a bias", fallback = "false") boolean bias)
    implements Stem {
  /** {@code conv}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("conv", Conv.class, "a convolution with norm and activation");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    input.needImage("stem conv");
    Convolution.Form form = new Convolution.Form(kernel, stride, kernel / 2, 1, 1, bias);
    Initial initial = Initial.kaiming(input.axis(0) * (long) kernel * kernel);
    Built convolution = Convolution.of(build.in("convolution"), input, width, form, initial);
    Built normal = norm.build(convolution.output(), build.in("norm"));
    return new Built(
        Block.sequence(convolution.block(), normal.block(), activation), normal.output());
  }
}
