package io.ergodic.datasets.kind.images;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.IndexedRow;

/**
 * An image.
 *
 * @param index unique within the split
 * @param label class index
 * @param pixels height x width x channels unsigned bytes, channels last
 */
public record LabelledImage(Split split, long index, int label, byte[] pixels)
    implements IndexedRow {}
