package io.ergodic.datasets.batch.transform;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import java.util.SplittableRandom;

/**
 * Moves a picture by whole pixels, up to {@code pixels} in each direction, 0 coming in from
 * outside. That is also a crop of the same size after padding by {@code pixels}, under which name
 * it is known from the residual networks (He et al. 2016).
 */
public record Shift(
    @Setting(value = "most pixels in each direction", fallback = "4", min = 1, max = 1024)
        int pixels)
    implements ExampleAugmentation {
  /** {@code shift}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("shift", Shift.class, "moves pictures by some pixels: a crop after padding");
    }
  }

  @Override
  public void change(float[] values, int from, int[] shape, SplittableRandom random) {
    int down = random.nextInt(2 * pixels + 1) - pixels;
    int right = random.nextInt(2 * pixels + 1) - pixels;
    move(values, from, shape, down, right);
  }

  /** Moves all channels. */
  static void move(float[] values, int from, int[] shape, int down, int right) {
    int height = shape[1];
    int width = shape[2];
    for (int c = 0; c < shape[0]; c++) {
      int plane = from + c * height * width;
      // Against the direction of the move, so that nothing is overwritten before it is read.
      for (int k = 0; k < height; k++) {
        int y = down > 0 ? height - 1 - k : k;
        for (int j = 0; j < width; j++) {
          int x = right > 0 ? width - 1 - j : j;
          int sourceY = y - down;
          int sourceX = x - right;
          boolean inside = sourceY >= 0 && sourceY < height && sourceX >= 0 && sourceX < width;
          values[plane + y * width + x] = inside ? values[plane + sourceY * width + sourceX] : 0;
        }
      }
    }
  }
}
