package io.ergodic.models.block;

/** Mixes tokens with one another, leaving their shape. */
public interface TokenMixer extends BlockKind {}
