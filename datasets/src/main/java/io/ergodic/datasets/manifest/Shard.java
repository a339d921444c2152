package io.ergodic.datasets.manifest;

/** One Parquet file of a dataset: its name in the folder, rows, bytes and SHA-256 in hex. */
public record Shard(String file, long rows, long bytes, String sha256) {}
