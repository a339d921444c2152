package io.ergodic.models.block.norm;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Role;
import io.ergodic.models.block.Shape;
import org.bytedeco.pytorch.global.torch;

/** Groups of features to mean 0 and variance 1 over all places of an example (Wu and He 2018). */
public record Group(
    @Setting(value = "number of groups", fallback = "1", min = 1) int groups,
    @Setting(value = "added to the variance", fallback = "1e-5", min = 0, max = 1) double epsilon)
    implements Norm {
  /** {@code group}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("group", Group.class, "over groups of features and all places (Wu and He 2018)");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    long features = input.features();
    if (features % groups != 0) {
      throw new InvalidInputException(
          "norm group: " + features + " features cannot be put into " + groups + " equal groups");
    }
    Parameter weight =
        build.parameters().parameter("weight", Role.NORM, Initial.constant(1), features);
    Parameter bias = build.parameters().parameter("bias", Role.NORM, Initial.constant(0), features);
    Block norm =
        (values, pass) ->
            torch.group_norm(values, groups, weight.optional(), bias.optional(), epsilon, false);
    return new Built(
        input.isTokens()
            ? (values, pass) ->
                norm.forward(values.transpose(1, 2).contiguous(), pass).transpose(1, 2)
            : norm,
        input);
  }
}
