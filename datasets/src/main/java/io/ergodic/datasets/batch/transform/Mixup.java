package io.ergodic.datasets.batch.transform;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import java.util.SplittableRandom;

/** Every example becomes a mean of itself and another, and so do its labels (Zhang et al. 2018). */
public record Mixup(
    @Setting(value = "parameter of the beta distribution", fallback = "0.2", min = 1e-3, max = 100)
        double alpha)
    implements Augmentation {
  /** {@code mixup}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("mixup", Mixup.class, "means of two examples and their labels (Zhang et al. 2018)");
    }
  }

  @Override
  public void apply(Batch batch, long epoch, long seed) {
    SplittableRandom random = Mixing.draws(batch, epoch, seed);
    float share = (float) Mixing.beta(alpha, random);
    Mixing mixing = Mixing.of(batch, share, random);
    float[] values = batch.floats(Batch.INPUT);
    int size = batch.field(Batch.INPUT).size();
    for (int i = 0; i < batch.count(); i++) {
      int partner = mixing.partner(i, batch.count(), size);
      for (int k = 0; k < size; k++) {
        int own = i * size + k;
        values[own] = share * values[own] + (1 - share) * mixing.before()[partner + k];
      }
    }
  }
}
