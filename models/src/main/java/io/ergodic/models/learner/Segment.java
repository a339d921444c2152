package io.ergodic.models.learner;

/**
 * A named part of a learner's flat vector.
 *
 * @param name unique within the vector, such as {@code encoder.0.attention.weight}
 * @param merge what averaging makes of it
 * @param shape axes, row-major; their product is its length
 */
public record Segment(String name, Merge merge, long... shape) {
  /** Number of values. */
  public int length() {
    long length = 1;
    for (long axis : shape) {
      length = Math.multiplyExact(length, axis);
    }
    return Math.toIntExact(length);
  }
}
