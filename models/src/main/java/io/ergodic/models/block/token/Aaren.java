package io.ergodic.models.block.token;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Role;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.TokenMixer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Attention as a recurrence (Aaren, Feng et al. 2024): each token becomes the softmax attention of
 * one trained query over the tokens up to it, which a recurrent state of a maximum and two sums
 * would follow from token to token. Here all prefixes are taken at once, each by the softmax of its
 * own scores.
 */
public record Aaren(
    @Setting(value = "number of heads; divides the width", fallback = "4", min = 1) int heads)
    implements TokenMixer {
  /** {@code aaren}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super(
          "aaren", Aaren.class, "attention of a trained query to all prefixes (Feng et al. 2024)");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    input.needTokens("token mixer aaren");
    long width = input.features();
    if (width % heads != 0) {
      throw new InvalidInputException(
          "token mixer aaren: a width of " + width + " is no multiple of " + heads + " heads");
    }
    long each = width / heads;
    long places = input.places();
    Parameter token =
        build.parameters().parameter("token", Role.EMBEDDING, Initial.normal(1), 1, width);
    Linear query = Linear.of(build.in("query"), 1, width, width);
    Linear projections = Linear.of(build.in("projections"), places, width, 2 * width);
    Linear output = Linear.of(build.in("output"), places, width, width);
    build.count((double) places * width + (double) places * places * width);
    Scalar scale = new Scalar(1 / Math.sqrt(each));
    return new Built(
        (tokens, pass) -> {
          long count = tokens.size(0);
          long length = tokens.size(1);
          Tensor parts =
              projections
                  .forward(tokens, pass)
                  .view(count, length, 2, heads, each)
                  .permute(2, 0, 3, 1, 4);
          Tensor asked = query.forward(token.tensor(), pass).view(1, heads, 1, each).mul(scale);
          Tensor scores = asked.matmul(parts.select(0, 0).transpose(2, 3));
          Tensor later = torch.ones(new long[] {length, length}, scores.options()).triu(1);
          Tensor prefixes =
              scores
                  .expand(count, heads, length, length)
                  .masked_fill(later.gt(new Scalar(0.5)), new Scalar(Double.NEGATIVE_INFINITY));
          Tensor mixed = torch.softmax(prefixes, -1).matmul(parts.select(0, 1)).transpose(1, 2);
          return output.forward(mixed.reshape(count, length, width), pass);
        },
        input);
  }
}
