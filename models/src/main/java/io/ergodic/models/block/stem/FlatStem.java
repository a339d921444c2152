package io.ergodic.models.block.stem;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.Stem;

/** All values of an example as one vector, mapped linearly where a width is given. */
public record FlatStem(
    @Setting(value = "features that come out; 0 for the values themselves", fallback = "0", min = 0)
        int width)
    implements Stem {
  /** {@code flatten}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("flatten", FlatStem.class, "all values of an example as one vector");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    if (width == 0) {
      return new Built((values, pass) -> values.flatten(1, -1), Shape.vector(input.size()));
    }
    Linear map = Linear.of(build.in("projection"), 1, input.size(), width);
    return new Built(
        (values, pass) -> map.forward(values.flatten(1, -1), pass), Shape.vector(width));
  }
}
