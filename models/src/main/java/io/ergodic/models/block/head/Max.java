package io.ergodic.models.block.head;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Head;
import io.ergodic.models.block.Shape;
import org.bytedeco.pytorch.Tensor;

/** The largest value of each feature over all places, then a linear map to the logits. */
public record Max(
    @Setting(value = "before the map", fallback = "0", min = 0, max = 0.99) double dropout)
    implements Head {
  /** {@code max}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("max", Max.class, "maximum over all places, then a linear map");
    }
  }

  @Override
  public Built build(Shape input, Build build, Port output) {
    Logits logits = new Logits(build.in("output"), input.features(), output.size(), false);
    Dropout drop = new Dropout(dropout);
    long[] places = input.isImage() ? new long[] {2, 3} : new long[] {1};
    boolean vector = !input.isImage() && !input.isTokens();
    return new Built(
        (values, pass) -> {
          Tensor largest = vector ? values : values.amax(places, false);
          return logits.forward(drop.forward(largest, pass), pass);
        },
        Shape.vector(output.size()));
  }
}
