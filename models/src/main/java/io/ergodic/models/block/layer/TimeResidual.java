package io.ergodic.models.block.layer;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.BatchNorm;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.LayerKind;
import io.ergodic.models.block.Shape;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The residual block of series (Wang et al. 2017): three convolutions over time of 8, 5 and 3
 * tokens, each with batch norm, ReLU after the first two and after the sum with the shortcut. The
 * shortcut has a batch norm, and before it a convolution of one token where the width changes.
 */
public record TimeResidual(
    @Setting(value = "features that come out", fallback = "64", min = 1) int width)
    implements LayerKind {
  private static final int[] KERNELS = {8, 5, 3};

  /** {@code time-residual}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("time-residual", TimeResidual.class, "the residual block of series (Wang et al. 2017)");
    }
  }

  @Override
  public Built build(Shape input, Build build, int index) {
    long length = input.needTokens("layer time-residual").axis(0);
    long inputs = input.features();
    Block branch =
        Block.sequence(
            TimeConv.unit(build.in("first"), length, inputs, width, KERNELS[0]),
            Activation.RELU,
            TimeConv.unit(build.in("second"), length, width, width, KERNELS[1]),
            Activation.RELU,
            TimeConv.unit(build.in("third"), length, width, width, KERNELS[2]));
    Build shortcut = build.in("shortcut");
    Block beside =
        inputs == width
            ? new BatchNorm(shortcut.in("norm").parameters(), width)
            : TimeConv.unit(shortcut, length, inputs, width, 1);
    return new Built(
        (values, pass) -> {
          Tensor turned = values.transpose(1, 2);
          Tensor sum = branch.forward(turned, pass).add(beside.forward(turned, pass));
          return torch.relu(sum).transpose(1, 2);
        },
        Shape.tokens(length, width));
  }
}
