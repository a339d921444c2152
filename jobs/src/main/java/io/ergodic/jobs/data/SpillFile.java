package io.ergodic.jobs.data;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.DataKind;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.storage.WholeFile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A local file with the decoded and scaled training split of a dataset, as plain arrays. Only the
 * process that writes the file reads it, so its format may change.
 */
public final class SpillFile {
  private static final int BUFFER = 1 << 16;

  private final Path file;

  public SpillFile(Path file) {
    this.file = file;
  }

  /** Whether the file exists. */
  public boolean exists() {
    return Files.exists(file);
  }

  /** Number of bytes of the training split in memory. */
  public static long bytes(Dataset dataset) {
    return DataKind.of(dataset.manifest().schema()).bytes(dataset, Split.TRAIN);
  }

  /** Writes the training split, unless the file exists already. */
  public void write(Dataset dataset) throws IOException {
    WholeFile.writeOnce(
        file,
        out ->
            DataKind.of(dataset.manifest().schema())
                .spill(dataset, Split.TRAIN, new DataOutputStream(out)));
  }

  /** Reads the training split of the dataset that has this manifest. */
  public Dataset read(Manifest manifest) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      return DataKind.of(manifest.schema()).restore(manifest, Split.TRAIN, in);
    }
  }
}
