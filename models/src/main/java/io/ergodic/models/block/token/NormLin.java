package io.ergodic.models.block.token;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.TokenMixer;
import java.util.function.Supplier;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A trained matrix in the place of attention, the same for all examples (OLinear, Yue et al. 2025):
 * each token becomes a mean of all tokens, whose weights are a row of softplus(W) divided by its
 * sum, between two linear maps of the features. W starts as the identity and normal noise.
 */
public record NormLin(
    @Setting(value = "of the weights of the means", fallback = "0", min = 0, max = 0.99)
        double dropout)
    implements TokenMixer {
  /** {@code norm-lin}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("norm-lin", NormLin.class, "trained means of the tokens (Yue et al. 2025)");
    }
  }

  private static final Initial NEAR_IDENTITY =
      (target, from, shape, random) -> {
        int size = (int) shape[0];
        for (int i = 0; i < size; i++) {
          for (int j = 0; j < size; j++) {
            target[from + i * size + j] = (float) ((i == j ? 1 : 0) + random.nextGaussian());
          }
        }
      };

  @Override
  public Built build(Shape input, Build build) {
    long tokens = input.needTokens("token mixer norm-lin").axis(0);
    Parameter weights = build.parameters().parameter("mixing", NEAR_IDENTITY, tokens, tokens);
    long[] row = {1};
    Supplier<Tensor> means =
        () -> {
          Tensor positive = torch.softplus(weights.tensor());
          return positive.div(positive.sum(row, true, new ScalarTypeOptional()));
        };
    return new Built(by(means, dropout, input, build), input);
  }

  /**
   * The mixer by a matrix that comes from elsewhere.
   *
   * @param means (tokens, tokens), whose rows add up to 1
   * @param dropout of its values
   */
  public static Block by(Supplier<Tensor> means, double dropout, Shape input, Build build) {
    long tokens = input.axis(0);
    long width = input.features();
    Linear value = Linear.of(build.in("value"), tokens, width, width);
    Linear output = Linear.of(build.in("output"), tokens, width, width);
    build.count((double) tokens * tokens * width);
    Dropout drop = new Dropout(dropout);
    return (values, pass) ->
        output.forward(drop.forward(means.get(), pass).matmul(value.forward(values, pass)), pass);
  }
}
