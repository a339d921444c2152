package io.ergodic.models.block;

/**
 * A block that has been put together for inputs of one shape.
 *
 * @param output shape of what it gives for an example
 */
public record Built(Block block, Shape output) {}
