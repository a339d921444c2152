package io.ergodic.datasets.batch.transform;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import java.util.SplittableRandom;

/** Blanks a square around a random pixel, cut off at the border (DeVries and Taylor 2017). */
public record Cutout(
    @Setting(value = "side of the square in pixels", fallback = "8", min = 1, max = 4096) int size,
    @Setting(value = "probability", fallback = "1", min = 0, max = 1) double probability)
    implements ExampleAugmentation {
  /** {@code cutout}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("cutout", Cutout.class, "blanks a random square (DeVries and Taylor 2017)");
    }
  }

  @Override
  public void change(float[] values, int from, int[] shape, SplittableRandom random) {
    boolean cut = random.nextDouble() < probability;
    int top = random.nextInt(shape[1]) - size / 2;
    int left = random.nextInt(shape[2]) - size / 2;
    for (int c = 0; cut && c < shape[0]; c++) {
      for (int y = Math.max(0, top); y < Math.min(shape[1], top + size); y++) {
        int row = from + (c * shape[1] + y) * shape[2];
        for (int x = Math.max(0, left); x < Math.min(shape[2], left + size); x++) {
          values[row + x] = 0;
        }
      }
    }
  }
}
