package io.ergodic.models.block;

/** Brings values to a common scale. */
public interface Norm extends BlockKind {
  /** Whether a constant added to a feature beforehand changes nothing behind it. */
  default boolean centres() {
    return false;
  }
}
