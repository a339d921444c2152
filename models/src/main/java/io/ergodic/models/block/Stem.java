package io.ergodic.models.block;

/** The first block of a network: brings an example into the form of the layers. */
public interface Stem extends BlockKind {}
