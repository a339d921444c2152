/**
 * Augmentation: kinds of change to training batches. Whatever one draws for an example follows from
 * the seed, the example and the epoch alone, so that it does not depend on workers, threads or
 * resumes. Pictures are standardised: 0 is the mean of the train split, which is what padding
 * shows.
 */
package io.ergodic.datasets.batch.transform;
