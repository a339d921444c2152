package io.ergodic.models.block.down;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.BatchNorm;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Convolution;
import io.ergodic.models.block.Downsampling;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Shape;
import org.bytedeco.pytorch.global.torch;

/**
 * Norm, ReLU, a convolution of 1 x 1 to fewer channels, means of 2 x 2 (DenseNet, Huang et al.
 * 2017).
 */
public record Transition(
    @Setting(value = "share of the channels that is kept", fallback = "0.5", min = 0.01, max = 1)
        double compression)
    implements Downsampling {
  /** {@code transition}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super(
          "transition",
          Transition.class,
          "fewer channels and means of squares (Huang et al. 2017)");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    input.needImage("downsampling transition");
    long width = (long) Math.floor(input.axis(0) * compression);
    BatchNorm norm = new BatchNorm(build.in("norm").parameters(), input.axis(0));
    Convolution.Form one = new Convolution.Form(1, 1, 0, 1, 1, false);
    Initial initial = Initial.kaiming(input.axis(0));
    Built convolution = Convolution.of(build.in("convolution"), input, width, one, initial);
    Block pool = (values, pass) -> torch.avg_pool2d(values, 2, 2);
    return new Built(
        Block.sequence(norm, Activation.RELU, convolution.block(), pool),
        Shape.image(width, input.axis(1) / 2, input.axis(2) / 2));
  }
}
