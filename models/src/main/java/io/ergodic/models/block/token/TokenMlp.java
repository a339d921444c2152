package io.ergodic.models.block.token;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.TokenMixer;

/**
 * A perceptron of one hidden layer over the tokens, shared by all features (Tolstikhin et al.
 * 2021).
 */
public record TokenMlp(
    @Setting(value = "hidden units", fallback = "64", min = 1) int hidden,
    @Setting(value = "of the hidden units", fallback = "gelu") Activation activation,
    @Setting(value = "after each map", fallback = "0", min = 0, max = 0.99) double dropout)
    implements TokenMixer {
  /** {@code token-mlp}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("token-mlp", TokenMlp.class, "a perceptron over the tokens (Tolstikhin et al. 2021)");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    long tokens = input.needTokens("token mixer token-mlp").axis(0);
    long width = input.features();
    Linear expand = Linear.of(build.in("expand"), width, tokens, hidden);
    Linear contract = Linear.of(build.in("contract"), width, hidden, tokens);
    Dropout drop = new Dropout(dropout);
    Block over = Block.sequence(expand, activation, drop, contract, drop);
    return new Built(
        (values, pass) -> over.forward(values.transpose(1, 2).contiguous(), pass).transpose(1, 2),
        input);
  }
}
