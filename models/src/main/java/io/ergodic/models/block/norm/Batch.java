package io.ergodic.models.block.norm;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.models.block.BatchNorm;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.Shape;

/** Each feature to mean 0 and variance 1 over the batch and all places (Ioffe and Szegedy 2015). */
public record Batch() implements Norm {
  /** {@code batch}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("batch", Batch.class, "over the batch and all places (Ioffe and Szegedy 2015)");
    }
  }

  @Override
  public boolean centres() {
    return true;
  }

  @Override
  public Built build(Shape input, Build build) {
    BatchNorm norm = new BatchNorm(build.parameters(), input.features());
    return new Built(input.isTokens() ? norm::forwardLast : norm, input);
  }
}
