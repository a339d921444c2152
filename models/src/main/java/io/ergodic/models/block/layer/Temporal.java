package io.ergodic.models.block.layer;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.LayerKind;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Role;
import io.ergodic.models.block.Shape;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The block of temporal convolutional networks (Bai et al. 2018): two causal convolutions over the
 * tokens with normalised weights, ReLU and dropout, beside a shortcut, ReLU after the sum. The
 * dilation doubles from layer to layer of a stage.
 *
 * <p>A weight is g v / |v| for each feature that comes out (Salimans and Kingma 2016). g starts as
 * what |v| is in the mean, which it differs from by a few percent.
 */
public record Temporal(
    @Setting(value = "features that come out", fallback = "32", min = 1) int width,
    @Setting(value = "tokens of a kernel", fallback = "3", min = 1) int kernel,
    @Setting(value = "after each convolution", fallback = "0.2", min = 0, max = 0.99)
        double dropout)
    implements LayerKind {
  private static final int MOST_DOUBLINGS = 30;

  /** {@code temporal}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super(
          "temporal", Temporal.class, "causal convolutions of growing dilation (Bai et al. 2018)");
    }
  }

  @Override
  public Built build(Shape input, Build build, int index) {
    long inputs = input.needTokens("layer temporal").features();
    long length = input.axis(0);
    long dilation = 1L << Math.min(index, MOST_DOUBLINGS);
    Dropout drop = new Dropout(dropout);
    Block branch =
        Block.sequence(
            (tokens, pass) -> tokens.transpose(1, 2),
            causal(build.in("first"), length, inputs, dilation),
            Activation.RELU,
            drop,
            causal(build.in("second"), length, width, dilation),
            Activation.RELU,
            drop,
            (series, pass) -> series.transpose(1, 2));
    Block beside =
        inputs == width ? Activation.NONE : Linear.of(build.in("shortcut"), length, inputs, width);
    return new Built(
        (tokens, pass) ->
            torch.relu(branch.forward(tokens, pass).add(beside.forward(tokens, pass))),
        input.withFeatures(width));
  }

  /** Of (count, features, length). */
  private Block causal(Build build, long length, long inputs, long dilation) {
    long fan = inputs * kernel;
    Parameter direction =
        build.parameters().parameter("direction", Initial.fan(fan), width, inputs, kernel);
    Parameter size =
        build
            .parameters()
            .parameter("size", Role.NORM, Initial.constant(1 / Math.sqrt(3)), width, 1, 1);
    Parameter bias = build.parameters().parameter("bias", Initial.fan(fan), width);
    build.count((double) fan * width * length);
    long[] kept = {1, 2};
    long[] one = {1};
    long[] none = {0};
    long[] spread = {dilation};
    long[] past = {(kernel - 1) * dilation, 0};
    return (series, pass) -> {
      Tensor v = direction.tensor();
      Tensor norm = v.square().sum(kept, true, new ScalarTypeOptional()).sqrt();
      Tensor weight = v.mul(size.tensor().div(norm));
      Tensor padded = torch.constant_pad_nd(series, past, new Scalar(0.0));
      return torch.conv1d(padded, weight, bias.optional(), one, none, spread, 1);
    };
  }
}
