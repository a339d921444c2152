package io.ergodic.models.block.channel;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.ChannelMixer;
import io.ergodic.models.block.Convolution;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Shape;

/** A perceptron of one hidden layer on each token. */
public record Mlp(
    @Setting(
            value = "hidden units for each feature; not used where hidden is given",
            fallback = "4",
            min = 0.01)
        double ratio,
    @Setting(value = "hidden units; 0 to take ratio", fallback = "0", min = 0) int hidden,
    @Setting(value = "of the hidden units", fallback = "gelu") Activation activation,
    @Setting(value = "after each map", fallback = "0", min = 0, max = 0.99) double dropout)
    implements ChannelMixer {
  /** {@code mlp}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("mlp", Mlp.class, "a perceptron of one hidden layer on each token");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    long width = input.features();
    long units = hidden > 0 ? hidden : Math.max(1, Math.round(ratio * width));
    Dropout drop = new Dropout(dropout);
    if (input.isImage()) {
      Shape image = input;
      Convolution.Form one = new Convolution.Form(1, 1, 0, 1, 1, true);
      Built expand = Convolution.of(build.in("expand"), image, units, one, Initial.fan(width));
      Built contract =
          Convolution.of(build.in("contract"), expand.output(), width, one, Initial.fan(units));
      return new Built(
          Block.sequence(expand.block(), activation, drop, contract.block(), drop), input);
    }
    Linear expand = Linear.of(build.in("expand"), input.places(), width, units);
    Linear contract = Linear.of(build.in("contract"), input.places(), units, width);
    return new Built(Block.sequence(expand, activation, drop, contract, drop), input);
  }
}
