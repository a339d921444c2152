package io.ergodic.models.block.head;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Head;
import io.ergodic.models.block.Shape;

/** All values as one vector, then a linear map. */
public record Flat(
    @Setting(value = "before the map", fallback = "0", min = 0, max = 0.99) double dropout)
    implements Head {
  /** {@code flatten}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("flatten", Flat.class, "all values as one vector, then a linear map");
    }
  }

  @Override
  public Built build(Shape input, Build build, Port output) {
    Logits logits = new Logits(build.in("output"), input.size(), output.size(), false);
    Dropout drop = new Dropout(dropout);
    return new Built(
        (values, pass) -> logits.forward(drop.forward(values.flatten(1, -1), pass), pass),
        Shape.vector(output.size()));
  }
}
