package io.ergodic.models.block;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Multi-head self-attention whose scores, before the softmax, add to those of the layer below
 * (RealFormer, He et al. 2021).
 */
public final class ResidualAttention {
  private final Linear projections;
  private final Linear output;
  private final Dropout dropout;
  private final long heads;
  private final long width;

  /** {@code width} must be a multiple of {@code heads}; dropout acts on the attention weights. */
  public ResidualAttention(Parameters parameters, long width, long heads, double dropout) {
    this.projections = new Linear(parameters.in("projections"), width, 3 * width);
    this.output = new Linear(parameters.in("output"), width, width);
    this.dropout = new Dropout(dropout);
    this.heads = heads;
    this.width = width;
  }

  /**
   * The attended tokens and the scores for the layer above.
   *
   * @param tokens (count, tokens, width)
   * @param scores (count, heads, tokens, tokens)
   */
  public record Attended(Tensor tokens, Tensor scores) {}

  /**
   * Attends over the tokens.
   *
   * @param tokens (count, tokens, width)
   * @param below the scores of the layer below, null in the first
   */
  public Attended attend(Tensor tokens, Tensor below, Pass pass) {
    long count = tokens.size(0);
    long length = tokens.size(1);
    long each = width / heads;
    Tensor parts =
        projections
            .forward(tokens, pass)
            .view(count, length, 3, heads, each)
            .permute(2, 0, 3, 1, 4);
    Tensor query = parts.select(0, 0).mul(new Scalar(1 / Math.sqrt(each)));
    Tensor scores = query.matmul(parts.select(0, 1).transpose(2, 3));
    if (below != null) {
      scores = scores.add(below);
    }
    Tensor weights = dropout.forward(torch.softmax(scores, -1), pass);
    Tensor mixed = weights.matmul(parts.select(0, 2)).transpose(1, 2);
    return new Attended(output.forward(mixed.reshape(count, length, width), pass), scores);
  }
}
