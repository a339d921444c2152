package io.ergodic.models.block;

/** Changes the features of each token by itself, leaving their shape. */
public interface ChannelMixer extends BlockKind {}
