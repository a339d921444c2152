package io.ergodic.models.block.norm;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Role;
import io.ergodic.models.block.Shape;
import org.bytedeco.pytorch.global.torch;

/** Each token or pixel to mean 0 and variance 1 over its features (Ba et al. 2016). */
public record Layer(
    @Setting(value = "added to the variance", fallback = "1e-5", min = 0, max = 1) double epsilon)
    implements Norm {
  /** {@code layer}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("layer", Layer.class, "over the features of each place (Ba et al. 2016)");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    long[] features = {input.features()};
    Parameter weight =
        build.parameters().parameter("weight", Role.NORM, Initial.constant(1), features);
    Parameter bias = build.parameters().parameter("bias", Role.NORM, Initial.constant(0), features);
    Block last =
        (values, pass) ->
            torch.layer_norm(values, features, weight.optional(), bias.optional(), epsilon, false);
    if (!input.isImage()) {
      return new Built(last, input);
    }
    return new Built(
        (values, pass) ->
            last.forward(values.permute(0, 2, 3, 1).contiguous(), pass).permute(0, 3, 1, 2),
        input);
  }
}
