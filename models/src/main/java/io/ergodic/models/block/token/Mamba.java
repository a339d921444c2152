package io.ergodic.models.block.token;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.Pass;
import io.ergodic.models.block.Role;
import io.ergodic.models.block.SelectiveScan;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.TokenMixer;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The selective state space of Mamba (Gu and Dao 2023), causal over the tokens. Of (x, z) = W_in u
 * the first part goes through a causal convolution of each feature and SiLU; from it come the step
 * Delta = softplus(W_dt W_r x + b_dt), B and C of each token; with A = -exp(A_log) each feature
 * keeps a state of N values,
 *
 * <pre>h(t) = exp(Delta(t) A) h(t-1) + Delta(t) B(t) x(t),  y(t) = C(t) h(t) + D x(t),</pre>
 *
 * and the answer is W_out (y SiLU(z)). The input enters by Delta B, not by its exact integral, as
 * in the authors' code. All times are computed at once by {@link SelectiveScan}. First values as
 * there: A_log = ln(1 ... N), D = 1, softplus(b_dt) log-uniform in 0.001 to 0.1.
 */
public record Mamba(
    @Setting(value = "values of the state of a feature (N)", fallback = "16", min = 1) int state,
    @Setting(value = "inner features for each outer one", fallback = "2", min = 1) int expand,
    @Setting(value = "tokens of the convolution", fallback = "4", min = 1) int kernel)
    implements TokenMixer {
  private static final double LEAST_STEP = 1e-3;
  private static final double MOST_STEP = 0.1;
  private static final double FLOOR = 1e-4;

  /** {@code mamba}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("mamba", Mamba.class, "a selective state space (Gu and Dao 2023)");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    long width = input.needTokens("token mixer mamba").features();
    long places = input.places();
    long inner = width * expand;
    long rank = (width + 15) / 16;
    build.count(
        (double) places
            * inner
            * (3.0 * width + kernel + 2.0 * rank + 2.0 * state + 4.0 * state + 1));
    return new Built(new Mixing(weights(build.parameters(), width, inner, rank))::forward, input);
  }

  private Weights weights(Parameters parameters, long width, long inner, long rank) {
    return new Weights(
        parameters.parameter("in", Initial.fan(width), 2 * inner, width),
        parameters.parameter("convolution.weight", Initial.fan(kernel), inner, 1, kernel),
        parameters.parameter("convolution.bias", Initial.fan(kernel), inner),
        parameters.parameter("selection", Initial.fan(inner), rank + 2L * state, inner),
        parameters.parameter("step.weight", Initial.fan(rank), inner, rank),
        parameters.parameter("step.bias", Role.NORM, Initial.each(Mamba::firstStep), inner),
        parameters.parameter("decay", Role.NORM, this::firstDecays, inner, state),
        parameters.parameter("skip", Role.NORM, Initial.constant(1), inner),
        parameters.parameter("out", Initial.fan(inner), width, inner));
  }

  /** The inverse of softplus at a step drawn log-uniformly. */
  private static float firstStep(RandomGenerator random) {
    double low = Math.log(LEAST_STEP);
    double step = Math.exp(low + random.nextDouble() * (Math.log(MOST_STEP) - low));
    step = Math.max(step, FLOOR);
    return (float) (step + Math.log(-Math.expm1(-step)));
  }

  private void firstDecays(float[] target, int from, long[] shape, RandomGenerator random) {
    for (int i = 0; i < shape[0] * state; i++) {
      target[from + i] = (float) Math.log(i % state + 1);
    }
  }

  private record Weights(
      Parameter in,
      Parameter kernel,
      Parameter kernelBias,
      Parameter selection,
      Parameter step,
      Parameter stepBias,
      Parameter decay,
      Parameter skip,
      Parameter out) {}

  /** The way from tokens to tokens, (count, length, width). */
  private final class Mixing {
    private final Weights weights;
    private final long[] one = {1};
    private final long[] none = {0};
    private final long[] past = {kernel - 1L, 0};

    Mixing(Weights weights) {
      this.weights = weights;
    }

    Tensor forward(Tensor tokens, Pass pass) {
      Tensor both = torch.linear(tokens, weights.in.tensor());
      long inner = both.size(2) / 2;
      Tensor x = torch.silu(convolved(both.narrow(2, 0, inner), inner));
      Tensor y = selected(x).add(x.mul(weights.skip.tensor()));
      Tensor gate = torch.silu(both.narrow(2, inner, inner));
      return torch.linear(y.mul(gate), weights.out.tensor());
    }

    private Tensor convolved(Tensor x, long inner) {
      Tensor padded = torch.constant_pad_nd(x.transpose(1, 2), past, new Scalar(0.0));
      return torch
          .conv1d(
              padded, weights.kernel.tensor(), weights.kernelBias.optional(), one, none, one, inner)
          .transpose(1, 2);
    }

    /** C h of all tokens. */
    private Tensor selected(Tensor x) {
      Tensor chosen = torch.linear(x, weights.selection.tensor());
      long rank = chosen.size(2) - 2L * state;
      Tensor step =
          torch.softplus(
              torch
                  .linear(chosen.narrow(2, 0, rank), weights.step.tensor())
                  .add(weights.stepBias.tensor()));
      return SelectiveScan.of(
          step,
          x,
          weights.decay.tensor().exp().neg(),
          chosen.narrow(2, rank, state),
          chosen.narrow(2, rank + state, state));
    }
  }
}
