package io.ergodic.datasets.batch.transform;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import java.util.SplittableRandom;

/** Mirrors a picture left to right, or a series in sign, with a probability. */
public record Flip(
    @Setting(value = "probability", fallback = "0.5", min = 0, max = 1) double probability)
    implements ExampleAugmentation {
  /** {@code flip}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("flip", Flip.class, "mirrors pictures left to right");
    }
  }

  @Override
  public void change(float[] values, int from, int[] shape, SplittableRandom random) {
    if (random.nextDouble() >= probability) {
      return;
    }
    int width = shape[shape.length - 1];
    int rows = shape[0] * shape[1];
    for (int row = 0; row < rows; row++) {
      int left = from + row * width;
      for (int x = 0; x < width / 2; x++) {
        float swapped = values[left + x];
        values[left + x] = values[left + width - 1 - x];
        values[left + width - 1 - x] = swapped;
      }
    }
  }
}
