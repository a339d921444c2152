package io.ergodic.datasets.lift;

/** What stands on the stack or in a local variable while equations are recorded. */
sealed interface Value {
  /** A double: an expression of a graph. */
  record Number(int expression) implements Value {}

  /** A whole number, known beforehand, as are the courses of all loops. */
  record Whole(int value) implements Value {}

  /** An array of doubles; {@code expressions} are written to as the equations write to it. */
  record Vector(int[] expressions) implements Value {}

  /** An object that is there beforehand, such as the equations themselves; null for null. */
  record Known(Object object) implements Value {}
}
