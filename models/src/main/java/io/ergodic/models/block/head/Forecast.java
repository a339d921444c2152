package io.ergodic.models.block.head;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Head;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.Pass;
import io.ergodic.models.block.Shape;
import org.bytedeco.pytorch.Tensor;

/**
 * The rows that follow a series, by linear maps. Where tokens are variables, each is mapped to its
 * horizon by one map for all. Where tokens are rows, one map for all features leads from the rows
 * to the horizon, and, where features are not variables, a second from the one to the other.
 *
 * <p>With {@code offset = last} what is mapped is the difference to the last value, which is added
 * to the forecast (NLinear, Zeng et al. 2023): for tokens that are still the series themselves.
 */
public record Forecast(
    @Setting(
            value = "what the tokens are",
            fallback = "variables",
            choices = {"variables", "rows"})
        String tokens,
    @Setting(value = "before the map", fallback = "none") Norm norm,
    @Setting(
            value = "what is taken off before the map and added behind it",
            fallback = "none",
            choices = {"none", "last"})
        String offset,
    @Setting(value = "before the map", fallback = "0", min = 0, max = 0.99) double dropout)
    implements Head {
  /** {@code forecast}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("forecast", Forecast.class, "a linear map of each variable to its horizon");
    }
  }

  @Override
  public Built build(Shape input, Build build, Port output) {
    input.needTokens("head forecast");
    if (!output.layout().equals(Port.SERIES)) {
      throw new InvalidInputException("head forecast gives series, not " + output);
    }
    int horizon = output.axis(0);
    int variables = output.axis(1);
    Block normal =
        Block.sequence(norm.build(input, build.in("norm")).block(), new Dropout(dropout));
    boolean inverted = tokens.equals("variables");
    if (inverted && input.axis(0) != variables) {
      throw new InvalidInputException(
          "head forecast: " + input + " is no token for each of " + variables + " variables");
    }
    long series = inverted ? variables : input.features();
    long values = inverted ? input.features() : input.axis(0);
    Linear map = Linear.of(build.in("output"), series, values, horizon);
    Linear toVariables =
        series == variables ? null : Linear.of(build.in("variables"), horizon, series, variables);
    if (toVariables != null && offset.equals("last")) {
      throw new InvalidInputException(
          "head forecast: offset = last is for tokens that are the series themselves, but is given "
              + input);
    }
    return new Built(
        (features, pass) -> {
          Tensor given = normal.forward(features, pass);
          Tensor each = inverted ? given : given.transpose(1, 2);
          Tensor future = mapped(map, each.contiguous(), pass).transpose(1, 2);
          Tensor whole = toVariables == null ? future : toVariables.forward(future, pass);
          return whole.reshape(whole.size(0), output.size());
        },
        Shape.vector(output.size()));
  }

  private Tensor mapped(Linear map, Tensor each, Pass pass) {
    if (offset.equals("none")) {
      return map.forward(each, pass);
    }
    Tensor last = each.narrow(2, each.size(2) - 1, 1);
    return map.forward(each.sub(last), pass).add(last);
  }
}
