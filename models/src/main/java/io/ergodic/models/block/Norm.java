package io.ergodic.models.block;

/** A normalisation. */
public interface Norm extends BlockKind {}
