package io.ergodic.models.block.position;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Position;
import io.ergodic.models.block.Role;
import io.ergodic.models.block.Shape;

/** A trained code for every place, added to the tokens. */
public record Learned(
    @Setting(value = "standard deviation of the first values", fallback = "0.02", min = 0)
        double deviation)
    implements Position {
  /** {@code learned}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("learned", Learned.class, "a trained code for every place");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    input.needTokens("position learned");
    Parameter codes =
        build
            .parameters()
            .parameter(
                "codes",
                Role.POSITION,
                Initial.truncated(deviation),
                input.axis(0),
                input.features());
    return new Built((tokens, pass) -> tokens.add(codes.tensor()), input);
  }
}
