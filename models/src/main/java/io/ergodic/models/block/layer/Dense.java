package io.ergodic.models.block.layer;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.BatchNorm;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Convolution;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.LayerKind;
import io.ergodic.models.block.Shape;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A unit of a dense block (Huang et al. 2017): norm, ReLU, convolution of 3 x 3 to {@code growth}
 * new channels, which join those that came in; with a bottleneck of 4 x growth before it.
 */
public record Dense(
    @Setting(value = "new channels", fallback = "12", min = 1) int growth,
    @Setting(value = "whether 1 x 1 comes before 3 x 3", fallback = "true") boolean bottleneck,
    @Setting(value = "of the new channels", fallback = "0", min = 0, max = 0.99) double dropout)
    implements LayerKind {
  /** {@code dense}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("dense", Dense.class, "new channels beside the old (Huang et al. 2017)");
    }
  }

  @Override
  public Built build(Shape input, Build build, int index) {
    input.needImage("layer dense");
    Built before =
        bottleneck
            ? unit(build.in("narrow"), input, 4L * growth, 1)
            : new Built((v, p) -> v, input);
    Built wide = unit(build.in("wide"), before.output(), growth, 3);
    Block branch = Block.sequence(before.block(), wide.block(), new Dropout(dropout));
    return new Built(
        (values, pass) -> torch.cat(new TensorVector(values, branch.forward(values, pass)), 1),
        input.withFeatures(input.axis(0) + growth));
  }

  private static Built unit(Build build, Shape input, long outputs, long kernel) {
    BatchNorm norm = new BatchNorm(build.in("norm").parameters(), input.axis(0));
    Convolution.Form form = new Convolution.Form(kernel, 1, kernel / 2, 1, 1, false);
    Initial initial = Initial.kaiming(input.axis(0) * kernel * kernel);
    Built convolution = Convolution.of(build.in("convolution"), input, outputs, form, initial);
    return new Built(
        Block.sequence(norm, Activation.RELU, convolution.block()), convolution.output());
  }
}
