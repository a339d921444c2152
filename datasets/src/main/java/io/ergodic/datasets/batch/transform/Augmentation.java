package io.ergodic.datasets.batch.transform;

import io.ergodic.datasets.batch.BatchTransform;

/** A kind of change to training batches, read from {@code augment { NAME { kind = ... } }}. */
public interface Augmentation extends BatchTransform {}
