package io.ergodic.models.block;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A stack of post-norm transformer encoder layers with residual attention scores and batch norm
 * over the model width (Zerveas et al. 2021; Nie et al. 2023): (count, tokens, width) to the same.
 */
public final class AttentionEncoder implements Block {
  private final List<Layer> layers = new ArrayList<>();

  /**
   * A stack of layers.
   *
   * @param width of the tokens, a multiple of {@code heads}
   * @param hidden width of the feed-forward part
   * @param dropout after the attention's output, its residual branch, inside and after feed-forward
   */
  public AttentionEncoder(
      Parameters parameters, int layers, long width, long heads, long hidden, double dropout) {
    for (int i = 0; i < layers; i++) {
      this.layers.add(new Layer(parameters.in("layer" + i), width, heads, hidden, dropout));
    }
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    ResidualAttention.Attended value = new ResidualAttention.Attended(input, null);
    for (Layer layer : layers) {
      value = layer.forward(value, pass);
    }
    return value.tokens();
  }

  private static final class Layer {
    private final ResidualAttention attention;
    private final BatchNorm attentionNorm;
    private final Block feedForward;
    private final BatchNorm feedForwardNorm;
    private final Dropout dropout;

    Layer(Parameters parameters, long width, long heads, long hidden, double dropout) {
      this.attention = new ResidualAttention(parameters.in("attention"), width, heads, 0);
      this.attentionNorm = new BatchNorm(parameters.in("attentionNorm"), width);
      this.dropout = new Dropout(dropout);
      this.feedForward =
          Block.sequence(
              new Linear(parameters.in("expand"), width, hidden),
              Activation.GELU,
              this.dropout,
              new Linear(parameters.in("contract"), hidden, width),
              this.dropout);
      this.feedForwardNorm = new BatchNorm(parameters.in("feedForwardNorm"), width);
    }

    ResidualAttention.Attended forward(ResidualAttention.Attended below, Pass pass) {
      ResidualAttention.Attended attended = attention.attend(below.tokens(), below.scores(), pass);
      // Twice: the authors drop the attention's output and again its residual branch.
      Tensor branch = dropout.forward(dropout.forward(attended.tokens(), pass), pass);
      Tensor tokens = attentionNorm.forwardLast(below.tokens().add(branch), pass);
      Tensor output = tokens.add(feedForward.forward(tokens, pass));
      return new ResidualAttention.Attended(
          feedForwardNorm.forwardLast(output, pass), attended.scores());
    }
  }
}
