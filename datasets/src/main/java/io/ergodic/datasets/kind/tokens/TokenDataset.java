package io.ergodic.datasets.kind.tokens;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import java.util.List;
import java.util.Map;

/**
 * Pieces of tokens by split, in their order. What each token stands for is in {@code classes} of
 * the schema, unless tokens are bytes.
 */
public record TokenDataset(Manifest manifest, Map<Split, List<TokenPiece>> splits)
    implements Dataset {
  /** What {@link io.ergodic.datasets.manifest.Schema#kind} says. */
  public static final String KIND = "tokens";

  /** The size of a schema that gives the number of different tokens. */
  public static final String VOCABULARY = "vocabulary";

  @Override
  public boolean has(Split split) {
    return !pieces(split).isEmpty();
  }

  public List<TokenPiece> pieces(Split split) {
    return splits.getOrDefault(split, List.of());
  }

  public int vocabulary() {
    return manifest.schema().size(VOCABULARY);
  }
}
