package io.ergodic.jobs.suite;

import io.ergodic.datasets.manifest.Schema;

/**
 * A dataset that has been made.
 *
 * @param folder where it lies
 * @param hash of its content
 * @param trainSamples rows or images of its train split
 */
public record DatasetHandle(String folder, String hash, Schema schema, long trainSamples) {}
