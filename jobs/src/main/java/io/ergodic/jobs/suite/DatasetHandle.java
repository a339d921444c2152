package io.ergodic.jobs.suite;

/** Where a generated dataset lies and what its content hash is. */
public record DatasetHandle(String folder, String hash) {}
