package io.ergodic.jobs.suite;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import java.util.List;
import org.apache.hadoop.fs.Path;

/**
 * A dataset that has been made.
 *
 * @param folder where it lies
 * @param hash of its content
 * @param trainSamples rows or images of its train split
 * @param notes what reading its input decided that nobody wrote down
 */
public record DatasetHandle(
    String folder, String hash, Schema schema, long trainSamples, List<String> notes) {
  /** What a manifest in a folder tells. */
  public static DatasetHandle of(Path folder, Manifest manifest) {
    return new DatasetHandle(
        folder.toString(),
        manifest.hash(),
        manifest.schema(),
        Split.TRAIN.count(manifest).samples(),
        manifest.notes());
  }
}
