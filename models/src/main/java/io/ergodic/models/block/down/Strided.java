package io.ergodic.models.block.down;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Convolution;
import io.ergodic.models.block.Downsampling;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Layouts;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.Shape;

/** A convolution with a stride, on a picture or a grid of tokens. */
public record Strided(
    @Setting(value = "features that come out", min = 1) int width,
    @Setting(value = "side of the kernel", fallback = "3", min = 1) int kernel,
    @Setting(value = "places from one to the next", fallback = "2", min = 1) int stride,
    @Setting(value = "after the convolution", fallback = "none") Norm norm)
    implements Downsampling {
  /** {@code conv}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("conv", Strided.class, "a convolution with a stride");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    Shape picture = input.isImage() ? input : Layouts.picture(input.needGrid("downsampling conv"));
    Convolution.Form form = new Convolution.Form(kernel, stride, kernel / 2, 1, 1, true);
    Initial initial = Initial.fan(input.features() * (long) kernel * kernel);
    Built convolution = Convolution.of(build.in("convolution"), picture, width, form, initial);
    Built smaller = input.isImage() ? convolution : Layouts.onTokens(convolution, input);
    Built normal = norm.build(smaller.output(), build.in("norm"));
    return new Built(Block.sequence(smaller.block(), normal.block()), normal.output());
  }
}
