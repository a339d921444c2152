package io.ergodic.datasets.kind.tokens;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.IndexedRow;

/**
 * Consecutive tokens; no example reaches from one piece into another.
 *
 * @param index unique within the split, ascending along the text
 * @param tokens each from 0 to the size of the vocabulary, which it does not reach
 */
public record TokenPiece(Split split, long index, int[] tokens) implements IndexedRow {
  /** Tokens a piece holds at most. */
  public static final int LONGEST = 1 << 16;
}
