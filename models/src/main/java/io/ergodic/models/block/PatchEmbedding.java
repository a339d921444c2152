package io.ergodic.models.block;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Cuts each series into overlapping patches, one stride of its last value appended, and maps each
 * to a token with a learned position: (series, length) to (series, patches, width) (Nie et al.
 * 2023).
 */
public final class PatchEmbedding implements Block {
  private final long patch;
  private final long stride;
  private final Linear projection;
  private final Parameter positions;
  private final Dropout dropout;

  public PatchEmbedding(
      Parameters parameters, long length, long patch, long stride, long width, double dropout) {
    this.patch = patch;
    this.stride = stride;
    this.projection = new Linear(parameters.in("projection"), patch, width);
    this.positions =
        parameters.parameter(
            "positions",
            Role.POSITION,
            Initial.uniform(0.02),
            patches(length, patch, stride),
            width);
    this.dropout = new Dropout(dropout);
  }

  /** Number of patches of a series: (length - patch) / stride + 2. */
  public static long patches(long length, long patch, long stride) {
    return (length - patch) / stride + 2;
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor padded = torch.replication_pad1d(input.unsqueeze(1), 0, stride).select(1, 0);
    Tensor patches = padded.unfold(-1, patch, stride);
    return dropout.forward(projection.forward(patches, pass).add(positions.tensor()), pass);
  }
}
