package io.ergodic.models.block.token;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Convolution;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Layouts;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.TokenMixer;

/** A convolution of each feature by itself. */
public record Depthwise(
    @Setting(value = "odd side of the kernel", fallback = "3", min = 1) int kernel)
    implements TokenMixer {
  /** {@code depthwise}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("depthwise", Depthwise.class, "a convolution of each feature by itself");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    Shape picture =
        input.isImage() ? input : Layouts.picture(input.needGrid("token mixer depthwise"));
    long width = input.features();
    long groups = width;
    Convolution.Form form = new Convolution.Form(kernel, 1, kernel / 2, 1, groups, true);
    Initial initial = Initial.fan(width / groups * kernel * kernel);
    Built convolution = Convolution.of(build, picture, width, form, initial);
    return input.isImage() ? convolution : Layouts.onTokens(convolution, input);
  }
}
