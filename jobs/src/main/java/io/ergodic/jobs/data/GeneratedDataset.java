package io.ergodic.jobs.data;

import io.ergodic.datasets.manifest.Manifest;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/**
 * What became of a dataset that was asked for.
 *
 * @param folder it lies in, and {@code manifest} it has; null when it cannot be made
 * @param seconds it took, next to nothing when it was there before
 * @param problem why it cannot be made
 */
public record GeneratedDataset(
    DatasetSpec spec, Path folder, Manifest manifest, double seconds, Optional<String> problem) {

  /** Rows of all splits. */
  public long samples() {
    return manifest.splits().values().stream().mapToLong(count -> count.samples()).sum();
  }

  /** Series of all splits. */
  public long series() {
    return manifest.splits().values().stream().mapToLong(count -> count.series()).sum();
  }

  /** Bytes of all shards. */
  public long bytes() {
    return manifest.shards().stream().mapToLong(shard -> shard.bytes()).sum();
  }
}
