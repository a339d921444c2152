package io.ergodic.datasets.kind.functions;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.IndexedRow;

/**
 * A function and what an operator makes of it.
 *
 * @param index unique within the split
 * @param input points x channels, row-major
 * @param output points x channels, row-major
 */
public record FunctionPair(Split split, long index, float[] input, float[] output)
    implements IndexedRow {}
