package io.ergodic.datasets.batch.transform;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import java.util.SplittableRandom;

/**
 * RandAugment (Cubuk et al. 2020): some operations one after the other, drawn at random, all of one
 * magnitude. Of the paper's operations these are done, for they mean something on standardised
 * values: identity, shear and translation in both directions, rotation, brightness and contrast.
 * The largest magnitudes (10) are a shear of 0.3, 0.45 of the side, 30 degrees, 0.9 deviations and
 * 90 %.
 */
public record RandAugment(
    @Setting(value = "operations one after the other", fallback = "2", min = 1, max = 10)
        int operations,
    @Setting(value = "magnitude", fallback = "9", min = 0, max = 10) double magnitude)
    implements ExampleAugmentation {
  /** {@code rand-augment}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super(
          "rand-augment",
          RandAugment.class,
          "random operations of one magnitude (Cubuk et al. 2020)");
    }
  }

  /** An operation at a signed strength from -1 to 1. */
  private interface Operation {
    void apply(float[] values, int from, int[] shape, float strength);
  }

  private static final Operation[] OPERATIONS = {
    (values, from, shape, strength) -> {},
    (values, from, shape, s) -> Warp.shear(0.3f * s, 0).apply(values, from, shape),
    (values, from, shape, s) -> Warp.shear(0, 0.3f * s).apply(values, from, shape),
    (values, from, shape, s) -> Warp.move(0.45f * s * shape[2], 0).apply(values, from, shape),
    (values, from, shape, s) -> Warp.move(0, 0.45f * s * shape[1]).apply(values, from, shape),
    (values, from, shape, s) -> Warp.turn(Math.toRadians(30 * s)).apply(values, from, shape),
    (values, from, shape, s) -> brighten(values, from, shape, 0.9f * s),
    (values, from, shape, s) -> contrast(values, from, shape, 1 + 0.9f * s)
  };

  @Override
  public void change(float[] values, int from, int[] shape, SplittableRandom random) {
    for (int k = 0; k < operations; k++) {
      Operation operation = OPERATIONS[random.nextInt(OPERATIONS.length)];
      float strength = (float) (random.nextBoolean() ? magnitude / 10 : -magnitude / 10);
      operation.apply(values, from, shape, strength);
    }
  }

  private static void brighten(float[] values, int from, int[] shape, float by) {
    int size = shape[0] * shape[1] * shape[2];
    for (int i = from; i < from + size; i++) {
      values[i] += by;
    }
  }

  /** Away from the picture's mean, or towards it. */
  private static void contrast(float[] values, int from, int[] shape, float factor) {
    int size = shape[0] * shape[1] * shape[2];
    float mean = 0;
    for (int i = from; i < from + size; i++) {
      mean += values[i];
    }
    mean /= size;
    for (int i = from; i < from + size; i++) {
      values[i] = mean + factor * (values[i] - mean);
    }
  }
}
