package io.ergodic.jobs.transport;

/**
 * A slice to fetch, and where to copy it.
 *
 * @param offset index of the slice's first value in the target
 */
public record SliceRequest(VectorBlocks blocks, Slice slice, float[] target, int offset) {}
