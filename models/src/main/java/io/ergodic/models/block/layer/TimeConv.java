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
import io.ergodic.models.block.TimeConvolution;

/**
 * The basic block of fully convolutional networks (Wang et al. 2017): convolution over the tokens,
 * batch norm, ReLU.
 */
public record TimeConv(
    @Setting(value = "features that come out", fallback = "128", min = 1) int width,
    @Setting(value = "tokens that the kernel covers", fallback = "3", min = 1) int kernel)
    implements LayerKind {
  /** {@code time-conv}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super(
          "time-conv",
          TimeConv.class,
          "convolution over time, batch norm, ReLU (Wang et al. 2017)");
    }
  }

  @Override
  public Built build(Shape input, Build build, int index) {
    long length = input.needTokens("layer time-conv").axis(0);
    Block unit =
        Block.sequence(unit(build, length, input.features(), width, kernel), Activation.RELU);
    return new Built(
        (values, pass) -> unit.forward(values.transpose(1, 2), pass).transpose(1, 2),
        Shape.tokens(length, width));
  }

  /** Convolution and batch norm of (count, features, length). */
  static Block unit(Build build, long length, long inputs, long outputs, long kernel) {
    return Block.sequence(
        TimeConvolution.of(build.in("convolution"), length, inputs, outputs, kernel),
        new BatchNorm(build.in("norm").parameters(), outputs));
  }
}
