package io.ergodic.models.block.token;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Pass;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.TokenMixer;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Multi-head softmax attention (Vaswani et al. 2017), optionally causal, optionally with rotary
 * positions (Su et al. 2021).
 */
public record Attention(
    @Setting(value = "number of heads; divides the width", fallback = "4", min = 1) int heads,
    @Setting(value = "of the attention weights", fallback = "0", min = 0, max = 0.99)
        double dropout,
    @Setting(value = "whether a token sees only those before it", fallback = "false")
        boolean causal,
    @Setting(
            value = "how heads know positions",
            fallback = "none",
            choices = {"none", "rotary"})
        String position)
    implements TokenMixer {
  /** {@code attention}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("attention", Attention.class, "multi-head softmax attention (Vaswani et al. 2017)");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    input.needTokens("token mixer attention");
    long width = input.features();
    if (width % heads != 0) {
      throw new InvalidInputException(
          "token mixer attention: a width of " + width + " is no multiple of " + heads + " heads");
    }
    long each = width / heads;
    if (position.equals("rotary") && each % 2 != 0) {
      throw new InvalidInputException(
          "token mixer attention: rotary positions need heads of even width, not " + each);
    }
    long places = input.places();
    Linear projections = Linear.of(build.in("projections"), places, width, 3 * width);
    Linear output = Linear.of(build.in("output"), places, width, width);
    build.count(2.0 * places * places * width);
    Dropout drop = new Dropout(dropout);
    boolean rotary = position.equals("rotary");
    return new Built(
        (tokens, pass) -> {
          long count = tokens.size(0);
          long length = tokens.size(1);
          Tensor parts =
              projections
                  .forward(tokens, pass)
                  .view(count, length, 3, heads, each)
                  .permute(2, 0, 3, 1, 4);
          Tensor query = rotary ? Rotary.turn(parts.select(0, 0)) : parts.select(0, 0);
          Tensor key = rotary ? Rotary.turn(parts.select(0, 1)) : parts.select(0, 1);
          Tensor mixed = attend(query, key, parts.select(0, 2), drop, pass);
          return output.forward(mixed.transpose(1, 2).reshape(count, length, width), pass);
        },
        input);
  }

  private Tensor attend(Tensor query, Tensor key, Tensor value, Dropout drop, Pass pass) {
    // On a GPU the fused form sums its gradients in any order.
    if (dropout == 0 && !query.is_cuda()) {
      try (TensorOptional none = new TensorOptional();
          DoubleOptional scale = new DoubleOptional()) {
        return torch.scaled_dot_product_attention(query, key, value, none, 0, causal, scale, false);
      }
    }
    double scale = 1 / Math.sqrt(query.size(3));
    Tensor scores = query.mul(new Scalar(scale)).matmul(key.transpose(2, 3));
    if (causal) {
      long length = query.size(2);
      Tensor hidden = torch.ones_like(scores.select(0, 0).select(0, 0)).triu(1);
      scores =
          scores.masked_fill(
              hidden.view(1, 1, length, length).gt(new Scalar(0.5)),
              new Scalar(Double.NEGATIVE_INFINITY));
    }
    return drop.forward(torch.softmax(scores, -1), pass).matmul(value);
  }
}
