package io.ergodic.datasets.batch.transform;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import java.util.SplittableRandom;

/** Multiplies each variable of a series by a factor around 1, the same at all times. */
public record Scaling(
    @Setting(value = "standard deviation of the factor", fallback = "0.1", min = 0, max = 10)
        double deviation)
    implements ExampleAugmentation {
  /** {@code scaling}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("scaling", Scaling.class, "multiplies the variables of series by factors around 1");
    }
  }

  @Override
  public void change(float[] values, int from, int[] shape, SplittableRandom random) {
    for (int v = 0; v < shape[1]; v++) {
      float factor = (float) (1 + deviation * random.nextGaussian());
      for (int t = 0; t < shape[0]; t++) {
        values[from + t * shape[1] + v] *= factor;
      }
    }
  }
}
