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
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Flow attention (Wu et al. 2022): linear attention by sigmoids in which what flows out of every
 * key, and into every query, is held at 1, so that keys compete for the queries. With I_i = q_i sum
 * k_j and O_j = k_j sum q_i: out_i = sigmoid(q_i sum k_j / O_j) q_i / I_i sum k_j' (c_j v_j), c
 * being the softmax of k_j sum q_i / I_i times the number of keys. Causal, all sums and the softmax
 * go up to the token alone.
 */
public record Flow(
    @Setting(value = "number of heads; divides the width", fallback = "4", min = 1) int heads,
    @Setting(value = "whether a token sees only those before it", fallback = "false")
        boolean causal)
    implements TokenMixer {
  /** {@code flow}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("flow", Flow.class, "linear attention that conserves flow (Wu et al. 2022)");
    }
  }

  private static final Scalar SMALL = new Scalar(1e-6);
  private static final Scalar LEAST = new Scalar(-1.0);
  private static final Scalar MOST = new Scalar(1.0);

  @Override
  public Built build(Shape input, Build build) {
    input.needTokens("token mixer flow");
    long width = input.features();
    if (width % heads != 0) {
      throw new InvalidInputException(
          "token mixer flow: a width of " + width + " is no multiple of " + heads + " heads");
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
          Tensor query = parts.select(0, 0).sigmoid();
          Tensor key = parts.select(0, 1).sigmoid();
          Tensor mixed =
              causal ? causal(query, key, parts.select(0, 2)) : all(query, key, parts.select(0, 2));
          return output.forward(mixed.transpose(1, 2).reshape(count, length, width), pass);
        },
        input);
  }

  private static Tensor all(Tensor query, Tensor key, Tensor value) {
    Tensor into = flow(query, sum(key));
    Tensor out = flow(key, sum(query));
    Tensor allocation = flow(query, sum(key.div(out))).sigmoid();
    Tensor outgoing = clamped(flow(key, sum(query.div(into))));
    Tensor competition = torch.softmax(outgoing, 2).mul(new Scalar((double) key.size(2)));
    Tensor memory = key.transpose(2, 3).matmul(value.mul(competition));
    return query.div(into).matmul(memory).mul(allocation);
  }

  private static Tensor causal(Tensor query, Tensor key, Tensor value) {
    Tensor place =
        torch.arange(new Scalar(1.0), new Scalar(query.size(2) + 1.0), query.options()).view(-1, 1);
    Tensor into = flow(query, key.cumsum(2));
    Tensor out = flow(key, query.cumsum(2));
    Tensor incoming = flow(query, key.mul(place).div(out).cumsum(2)).div(place);
    Tensor outgoing = clamped(flow(key, query.mul(place).div(into).cumsum(2)).div(place));
    Tensor power = outgoing.exp();
    Tensor competition = power.mul(place).div(power.cumsum(2));
    // Quadratic in the tokens, but in parallel.
    Tensor scores = query.div(into).matmul(key.transpose(2, 3)).tril(0);
    return scores.matmul(value.mul(competition)).mul(incoming.sigmoid());
  }

  /** Products of one with the sum of the others, (count, heads, tokens, 1). */
  private static Tensor flow(Tensor one, Tensor others) {
    long[] features = {3};
    return one.add(SMALL).mul(others.add(SMALL)).sum(features, true, new ScalarTypeOptional());
  }

  private static Tensor sum(Tensor values) {
    long[] tokens = {2};
    return values.sum(tokens, true, new ScalarTypeOptional());
  }

  private static Tensor clamped(Tensor flow) {
    return torch.clamp(flow, new ScalarOptional(LEAST), new ScalarOptional(MOST));
  }
}
