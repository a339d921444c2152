package io.ergodic.models.block.layer;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.LayerKind;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.Shape;

/** A linear map of a vector or of each token, norm, activation, dropout. */
public record Fully(
    @Setting(value = "features that come out; 0 for those that come in", fallback = "0", min = 0)
        int width,
    @Setting(value = "after the map", fallback = "none") Norm norm,
    @Setting(value = "after the norm", fallback = "relu") Activation activation,
    @Setting(value = "at the end", fallback = "0", min = 0, max = 0.99) double dropout)
    implements LayerKind {
  /** {@code linear}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("linear", Fully.class, "a linear map, norm, activation, dropout");
    }
  }

  @Override
  public Built build(Shape input, Build build, int index) {
    if (input.isImage()) {
      throw new InvalidInputException(
          "layer linear works on vectors and tokens, but is given " + input);
    }
    long outputs = width > 0 ? width : input.features();
    Linear map = Linear.of(build.in("map"), input.places(), input.features(), outputs);
    Built normal = norm.build(input.withFeatures(outputs), build.in("norm"));
    return new Built(
        Block.sequence(map, normal.block(), activation, new Dropout(dropout)), normal.output());
  }
}
