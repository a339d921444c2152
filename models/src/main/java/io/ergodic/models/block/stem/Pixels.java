package io.ergodic.models.block.stem;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.Stem;

/** The picture as it is: for networks that begin with their layers. */
public record Pixels(
    @Setting(value = "of the pixels", fallback = "0", min = 0, max = 0.99) double dropout)
    implements Stem {
  /** {@code pixels}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("pixels", Pixels.class, "the picture as it is");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    return new Built(new Dropout(dropout), input.needImage("stem pixels"));
  }
}
