package io.ergodic.models.block.head;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Convolution;
import io.ergodic.models.block.Head;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Shape;
import org.bytedeco.pytorch.ScalarTypeOptional;

/** A convolution of 1 x 1 to as many maps as classes, their ReLU, and the mean of each map. */
public record ConvMean(
    @Setting(value = "after the convolution", fallback = "relu") Activation activation)
    implements Head {
  /** {@code conv-mean}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("conv-mean", ConvMean.class, "a map a class and its mean (Springenberg et al. 2015)");
    }
  }

  @Override
  public Built build(Shape input, Build build, Port output) {
    input.needImage("head conv-mean");
    Convolution.Form one = new Convolution.Form(1, 1, 0, 1, 1, true);
    Initial initial = Initial.kaiming(input.axis(0));
    Built maps = Convolution.of(build.in("output"), input, output.size(), one, initial);
    long[] places = {2, 3};
    return new Built(
        (values, pass) ->
            activation
                .forward(maps.block().forward(values, pass), pass)
                .mean(places, false, new ScalarTypeOptional()),
        Shape.vector(output.size()));
  }
}
