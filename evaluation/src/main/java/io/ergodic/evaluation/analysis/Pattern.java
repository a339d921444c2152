package io.ergodic.evaluation.analysis;

import java.util.Arrays;

/**
 * The pattern of a region as a key: equal where all bits are. It looks at the array, not a copy.
 */
record Pattern(long[] bits) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Pattern pattern && Arrays.equals(bits, pattern.bits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bits);
  }
}
