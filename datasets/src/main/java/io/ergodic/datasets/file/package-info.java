/**
 * Datasets read from files: what all formats share (checked paths, shard boundaries, splits of
 * series by time). Each format has a package of its own below. Only local files; gzip is undone
 * where a format allows it.
 */
package io.ergodic.datasets.file;
