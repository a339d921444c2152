package io.ergodic.models.block.head;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Head;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.Shape;

/** The first or last token, after a norm, then a linear map to the logits. */
public record ClassToken(
    @Setting(value = "before the map", fallback = "layer") Norm norm,
    @Setting(
            value = "which token is read",
            fallback = "first",
            choices = {"first", "last"})
        String place,
    @Setting(value = "whether the map starts as zeros", fallback = "false") boolean zero)
    implements Head {
  /** {@code class-token}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("class-token", ClassToken.class, "the first or last token, then a linear map");
    }
  }

  @Override
  public Built build(Shape input, Build build, Port output) {
    input.needTokens("head class-token");
    Built normal = norm.build(input, build.in("norm"));
    Logits logits = new Logits(build.in("output"), input.features(), output.size(), zero);
    boolean last = place.equals("last");
    return new Built(
        (tokens, pass) ->
            logits.forward(
                normal.block().forward(tokens, pass).select(1, last ? tokens.size(1) - 1 : 0),
                pass),
        Shape.vector(output.size()));
  }
}
