package io.ergodic.models.block.channel;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.ChannelMixer;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Shape;
import org.bytedeco.pytorch.Tensor;

/** A gated linear unit: activation(a) x b of two maps, then a third (Shazeer 2020). */
public record Glu(
    @Setting(value = "units; 0 for twice the width", fallback = "0", min = 0) int hidden,
    @Setting(value = "of the gate", fallback = "gelu") Activation activation)
    implements ChannelMixer {
  /** {@code glu}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("glu", Glu.class, "a gated linear unit (Shazeer 2020)");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    long width = input.needTokens("channel mixer glu").features();
    long units = hidden > 0 ? hidden : 2 * width;
    Linear both = Linear.of(build.in("expand"), input.places(), width, 2 * units);
    Linear contract = Linear.of(build.in("contract"), input.places(), units, width);
    return new Built(
        (tokens, pass) -> {
          Tensor values = both.forward(tokens, pass);
          Tensor gate = activation.forward(values.narrow(2, 0, units), pass);
          return contract.forward(gate.mul(values.narrow(2, units, units)), pass);
        },
        input);
  }
}
