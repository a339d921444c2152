package io.ergodic.models.block;

/** Makes a picture or a grid of tokens smaller, between stages. */
public interface Downsampling extends BlockKind {}
