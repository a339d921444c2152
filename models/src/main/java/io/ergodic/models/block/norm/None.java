package io.ergodic.models.block.norm;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.ChannelMixer;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.Position;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.TokenMixer;

/** Leaves everything as it is. */
public record None() implements Norm, Position, TokenMixer, ChannelMixer {
  /** {@code none}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("none", None.class, "leaves everything as it is");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    return new Built((values, pass) -> values, input);
  }
}
