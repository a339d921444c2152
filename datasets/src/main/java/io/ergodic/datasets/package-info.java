/**
 * What data is: where it comes from, how it is described, split, scaled and cut into batches. Plain
 * Java: no Spark, no tensors. How it is written to Parquet is the business of {@code
 * io.ergodic.jobs.data}.
 */
package io.ergodic.datasets;
