package io.ergodic.models.block;

import io.ergodic.datasets.settings.Settings;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * Reversible instance normalisation (RevIN, Kim et al. 2022) around a block: each window of each
 * variable is brought to mean 0 and deviation 1, the block forecasts, and its forecast is brought
 * back. Maps (count, variables, look-back) to (count, variables, horizon).
 */
public final class ReversibleNorm implements Block {
  private static final double EPSILON = 1e-5;

  private final Block inner;
  private final Parameter weight;
  private final Parameter bias;

  /** Reads {@code reversible}: whether, false by default, a forecaster is put into one. */
  public static boolean read(Settings settings) {
    settings.explain(
        "reversible", "whether forecasts are made on the scale of each window (Kim et al. 2022)");
    return settings.flag("reversible", false);
  }

  /** Without learned scale and shift. */
  public ReversibleNorm(Block inner) {
    this.inner = inner;
    this.weight = null;
    this.bias = null;
  }

  /** With a learned scale and shift for each variable. */
  public ReversibleNorm(Parameters parameters, long variables, Block inner) {
    this.inner = inner;
    this.weight = parameters.parameter("weight", Initial.constant(1), variables, 1);
    this.bias = parameters.parameter("bias", Initial.constant(0), variables, 1);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    long[] time = {2};
    Tensor mean = input.mean(time, true, new ScalarTypeOptional());
    Tensor deviation = input.var(time, false, true).add(new Scalar(EPSILON)).sqrt();
    Tensor normal = input.sub(mean).div(deviation);
    if (weight != null) {
      normal = normal.mul(weight.tensor()).add(bias.tensor());
    }
    Tensor output = inner.forward(normal, pass);
    if (weight != null) {
      // The square keeps the divisor away from zero, as in the authors' definition.
      Tensor divisor = weight.tensor().add(new Scalar(EPSILON * EPSILON));
      output = output.sub(bias.tensor()).div(divisor);
    }
    return output.mul(deviation).add(mean);
  }
}
