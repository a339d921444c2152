package io.ergodic.models.block.layer;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.LayerKind;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.Shape;

/** A norm and an activation, as at the end of networks that put both before their convolutions. */
public record ActivatedNorm(
    @Setting(value = "the norm", fallback = "batch") Norm norm,
    @Setting(value = "after it", fallback = "relu") Activation activation)
    implements LayerKind {
  /** {@code activated-norm}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("activated-norm", ActivatedNorm.class, "a norm and an activation");
    }
  }

  @Override
  public Built build(Shape input, Build build, int index) {
    Built normal = norm.build(input, build.in("norm"));
    return new Built(Block.sequence(normal.block(), activation), normal.output());
  }
}
