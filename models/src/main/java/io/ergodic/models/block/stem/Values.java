package io.ergodic.models.block.stem;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.Stem;

/** The rows of a series as they are, its variables being the features of tokens. */
public record Values() implements Stem {
  /** {@code values}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("values", Values.class, "the series as it is");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    return new Built((values, pass) -> values, input.needTokens("stem values"));
  }
}
