package io.ergodic.datasets.batch.transform;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import java.util.SplittableRandom;

/**
 * Takes a random part of a series and stretches it linearly to the whole length (window slicing, Le
 * Guennec et al. 2016).
 */
public record Stretch(
    @Setting(value = "share of the rows that is kept", fallback = "0.9", min = 0.01, max = 1)
        double share)
    implements ExampleAugmentation {
  /** {@code stretch}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("stretch", Stretch.class, "crops series and stretches them to their length");
    }
  }

  @Override
  public void change(float[] values, int from, int[] shape, SplittableRandom random) {
    int rows = shape[0];
    int kept = Math.max(2, (int) Math.round(share * rows));
    if (kept >= rows) {
      return;
    }
    int first = random.nextInt(rows - kept + 1);
    int variables = shape[1];
    float[] part = new float[kept * variables];
    System.arraycopy(values, from + first * variables, part, 0, part.length);
    for (int t = 0; t < rows; t++) {
      double place = (double) t * (kept - 1) / (rows - 1);
      int before = Math.min((int) place, kept - 2);
      float after = (float) (place - before);
      for (int v = 0; v < variables; v++) {
        float low = part[before * variables + v];
        float high = part[(before + 1) * variables + v];
        values[from + t * variables + v] = low + after * (high - low);
      }
    }
  }
}
