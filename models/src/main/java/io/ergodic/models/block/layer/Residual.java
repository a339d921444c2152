package io.ergodic.models.block.layer;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.BatchNorm;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Convolution;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.LayerKind;
import io.ergodic.models.block.Shape;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The basic block of residual networks (He et al. 2016): two convolutions of 3 x 3 with batch norm
 * beside a shortcut, ReLU after the sum. Where the form changes, the shortcut is a projection, or
 * every other pixel with channels of zeros (options B and A).
 */
public record Residual(
    @Setting(value = "channels that come out", min = 1) int width,
    @Setting(value = "of the first block of the stage", fallback = "1", min = 1) int stride,
    @Setting(
            value = "where the form changes",
            fallback = "projection",
            choices = {"projection", "padding"})
        String shortcut)
    implements LayerKind {
  /** {@code residual}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("residual", Residual.class, "the basic block of residual networks (He et al. 2016)");
    }
  }

  @Override
  public Built build(Shape input, Build build, int index) {
    input.needImage("layer residual");
    long step = index == 0 ? stride : 1;
    long inputs = input.axis(0);
    Built first = unit(build.in("first"), input, step);
    Built second = unit(build.in("second"), first.output(), 1);
    Block branch = Block.sequence(first.block(), Activation.RELU, second.block());
    Block beside = beside(build.in("shortcut"), input, step, inputs);
    return new Built(
        (values, pass) ->
            torch.relu(branch.forward(values, pass).add(beside.forward(values, pass))),
        second.output());
  }

  private Built unit(Build build, Shape input, long step) {
    Convolution.Form form = new Convolution.Form(3, step, 1, 1, 1, false);
    Initial initial = Initial.kaiming(9 * input.axis(0));
    Built convolution = Convolution.of(build.in("convolution"), input, width, form, initial);
    return new Built(
        Block.sequence(convolution.block(), new BatchNorm(build.in("norm").parameters(), width)),
        convolution.output());
  }

  private Block beside(Build build, Shape input, long step, long inputs) {
    if (step == 1 && inputs == width) {
      return (values, pass) -> values;
    }
    if (shortcut.equals("padding")) {
      if (width < inputs) {
        throw new InvalidInputException(
            "layer residual: a shortcut of padding cannot go from " + inputs + " to " + width);
      }
      long more = width - inputs;
      return (values, pass) -> {
        Tensor taken =
            values
                .slice(2, new LongOptional(), new LongOptional(), step)
                .slice(3, new LongOptional(), new LongOptional(), step);
        long[] padding = {0, 0, 0, 0, more / 2, more - more / 2};
        return torch.constant_pad_nd(taken, padding, new Scalar(0.0));
      };
    }
    Convolution.Form one = new Convolution.Form(1, step, 0, 1, 1, false);
    Initial initial = Initial.kaiming(inputs);
    Built projection = Convolution.of(build.in("convolution"), input, width, one, initial);
    return Block.sequence(projection.block(), new BatchNorm(build.in("norm").parameters(), width));
  }
}
