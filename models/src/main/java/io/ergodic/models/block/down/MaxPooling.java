package io.ergodic.models.block.down;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Downsampling;
import io.ergodic.models.block.MaxPool;
import io.ergodic.models.block.Shape;

/** The largest of each square. */
public record MaxPooling(@Setting(value = "side of the square", fallback = "2", min = 1) int size)
    implements Downsampling {
  /** {@code max-pool}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("max-pool", MaxPooling.class, "the largest of each square");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    input.needImage("downsampling max-pool");
    if (input.axis(1) < size || input.axis(2) < size) {
      throw new InvalidInputException(
          "downsampling max-pool: " + input + " has no square of " + size + " x " + size);
    }
    return new Built(
        new MaxPool(size), Shape.image(input.axis(0), input.axis(1) / size, input.axis(2) / size));
  }
}
