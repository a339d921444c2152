package io.ergodic.datasets.batch.transform;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import java.util.SplittableRandom;

/**
 * A rectangle of every picture is taken from another one, and as much of its label (Yun et al.
 * 2019).
 */
public record Cutmix(
    @Setting(value = "parameter of the beta distribution", fallback = "1", min = 1e-3, max = 100)
        double alpha)
    implements Augmentation {
  /** {@code cutmix}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("cutmix", Cutmix.class, "a rectangle from another picture (Yun et al. 2019)");
    }
  }

  @Override
  public void apply(Batch batch, long epoch, long seed) {
    SplittableRandom random = Mixing.draws(batch, epoch, seed);
    double wanted = Mixing.beta(alpha, random);
    int[] shape = batch.shape(Batch.INPUT);
    int height = shape[1];
    int width = shape[2];
    double side = Math.sqrt(1 - wanted);
    int tall = (int) (height * side);
    int wide = (int) (width * side);
    int middle = random.nextInt(height);
    int centre = random.nextInt(width);
    int top = Math.max(0, middle - tall / 2);
    int bottom = Math.min(height, middle + tall / 2);
    int left = Math.max(0, centre - wide / 2);
    int right = Math.min(width, centre + wide / 2);
    double share = 1 - (double) (bottom - top) * (right - left) / (height * width);
    Mixing mixing = Mixing.of(batch, share, random);
    float[] values = batch.floats(Batch.INPUT);
    int size = batch.field(Batch.INPUT).size();
    for (int i = 0; i < batch.count(); i++) {
      int partner = mixing.partner(i, batch.count(), size);
      for (int c = 0; c < shape[0]; c++) {
        for (int y = top; y < bottom; y++) {
          int row = (c * height + y) * width;
          if (right > left) {
            System.arraycopy(
                mixing.before(), partner + row + left, values, i * size + row + left, right - left);
          }
        }
      }
    }
  }
}
