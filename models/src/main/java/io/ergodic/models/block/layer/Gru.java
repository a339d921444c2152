package io.ergodic.models.block.layer;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.LayerKind;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.Shape;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** A gated recurrent unit over the tokens (Cho et al. 2014): the state at every token. */
public record Gru(
    @Setting(value = "units; 0 for the width of the tokens", fallback = "0", min = 0) int width)
    implements LayerKind {
  /** {@code gru}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("gru", Gru.class, "a gated recurrent unit over the tokens (Cho et al. 2014)");
    }
  }

  @Override
  public Built build(Shape input, Build build, int index) {
    long inputs = input.needTokens("layer gru").features();
    long units = width > 0 ? width : inputs;
    Initial initial = Initial.fan(units);
    Parameters parameters = build.parameters();
    Parameter seen = parameters.parameter("seen", initial, 3 * units, inputs);
    Parameter kept = parameters.parameter("kept", initial, 3 * units, units);
    Parameter seenBias = parameters.parameter("seenBias", initial, 3 * units);
    Parameter keptBias = parameters.parameter("keptBias", initial, 3 * units);
    build.count(3.0 * units * (inputs + units) * input.places());
    return new Built(
        (tokens, pass) -> {
          TensorVector weights =
              new TensorVector(seen.tensor(), kept.tensor(), seenBias.tensor(), keptBias.tensor());
          Tensor start =
              torch
                  .zeros_like(tokens.select(1, 0).narrow(1, 0, 1))
                  .expand(tokens.size(0), units)
                  .unsqueeze(0)
                  .contiguous();
          return torch.gru(tokens, start, weights, true, 1, 0, pass.training(), false, true).get0();
        },
        input.withFeatures(units));
  }
}
