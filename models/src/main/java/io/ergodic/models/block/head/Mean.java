package io.ergodic.models.block.head;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Head;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.Shape;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/** The mean over all places, after a norm, then a linear map to the logits. */
public record Mean(
    @Setting(value = "before the mean", fallback = "layer") Norm norm,
    @Setting(value = "whether the map starts as zeros", fallback = "false") boolean zero,
    @Setting(value = "before the map", fallback = "0", min = 0, max = 0.99) double dropout)
    implements Head {
  /** {@code mean}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("mean", Mean.class, "mean over all places, then a linear map");
    }
  }

  @Override
  public Built build(Shape input, Build build, Port output) {
    Built normal = norm.build(input, build.in("norm"));
    long width = input.features();
    Logits logits = new Logits(build.in("output"), width, output.size(), zero);
    Dropout drop = new Dropout(dropout);
    long[] places = input.isImage() ? new long[] {2, 3} : new long[] {1};
    boolean vector = !input.isImage() && !input.isTokens();
    return new Built(
        (values, pass) -> {
          Tensor whole = normal.block().forward(values, pass);
          Tensor mean = vector ? whole : whole.mean(places, false, new ScalarTypeOptional());
          return logits.forward(drop.forward(mean, pass), pass);
        },
        Shape.vector(output.size()));
  }
}
