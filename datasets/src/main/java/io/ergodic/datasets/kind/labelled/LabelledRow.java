package io.ergodic.datasets.kind.labelled;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.IndexedRow;

/**
 * A series and its class.
 *
 * @param index unique within the split
 * @param label class index
 * @param values rows x dimension, row-major in time
 */
public record LabelledRow(Split split, long index, int label, float[] values)
    implements IndexedRow {}
