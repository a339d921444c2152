/**
 * Datasets on disk: Spark jobs that write sharded, immutable, hash-named Parquet with a manifest,
 * and the reader that turns shards back into primitive arrays on whatever executor needs them.
 */
package io.ergodic.jobs.data;
