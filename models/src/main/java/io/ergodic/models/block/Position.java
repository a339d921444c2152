package io.ergodic.models.block;

/** Tells tokens where they stand. */
public interface Position extends BlockKind {}
