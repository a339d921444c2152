package io.ergodic.models.block.token;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.TokenMixer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Attention with the feature map elu(x) + 1 in place of the softmax (Katharopoulos et al. 2020):
 * cost linear in the tokens.
 */
public record LinearAttention(
    @Setting(value = "number of heads; divides the width", fallback = "4", min = 1) int heads,
    @Setting(value = "whether a token sees only those before it", fallback = "false")
        boolean causal)
    implements TokenMixer {
  /** {@code linear-attention}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super(
          "linear-attention",
          LinearAttention.class,
          "attention linear in the tokens (Katharopoulos et al. 2020)");
    }
  }

  private static final double SMALL = 1e-6;

  @Override
  public Built build(Shape input, Build build) {
    input.needTokens("token mixer linear-attention");
    long width = input.features();
    if (width % heads != 0) {
      throw new InvalidInputException(
          "token mixer linear-attention: a width of "
              + width
              + " is no multiple of "
              + heads
              + " heads");
    }
    long each = width / heads;
    long places = input.places();
    Linear projections = Linear.of(build.in("projections"), places, width, 3 * width);
    Linear output = Linear.of(build.in("output"), places, width, width);
    build.count(2.0 * places * width * each);
    return new Built(
        (tokens, pass) -> {
          long count = tokens.size(0);
          long length = tokens.size(1);
          Tensor parts =
              projections
                  .forward(tokens, pass)
                  .view(count, length, 3, heads, each)
                  .permute(2, 0, 3, 1, 4);
          Tensor query = torch.elu(parts.select(0, 0)).add(new Scalar(1.0));
          Tensor key = torch.elu(parts.select(0, 1)).add(new Scalar(1.0));
          Tensor mixed = causal ? causal(query, key, parts) : all(query, key, parts);
          return output.forward(mixed.transpose(1, 2).reshape(count, length, width), pass);
        },
        input);
  }

  private static Tensor all(Tensor query, Tensor key, Tensor parts) {
    Tensor memory = key.transpose(2, 3).matmul(parts.select(0, 2));
    long[] time = {2};
    Tensor sum = key.sum(time, true, new ScalarTypeOptional());
    long[] features = {3};
    Tensor norm = query.mul(sum).sum(features, true, new ScalarTypeOptional());
    return query.matmul(memory).div(norm.add(new Scalar(SMALL)));
  }

  /** The same with sums up to each token, as a masked product: quadratic, but in parallel. */
  private static Tensor causal(Tensor query, Tensor key, Tensor parts) {
    Tensor scores = query.matmul(key.transpose(2, 3)).tril(0);
    long[] keys = {3};
    Tensor norm = scores.sum(keys, true, new ScalarTypeOptional());
    return scores.matmul(parts.select(0, 2)).div(norm.add(new Scalar(SMALL)));
  }
}
