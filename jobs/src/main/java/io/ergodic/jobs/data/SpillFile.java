package io.ergodic.jobs.data;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.DataKind;
import io.ergodic.datasets.manifest.Manifest;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The training split of a dataset as plain arrays in a local file: decoded, scaled and ready to be
 * trained on, for the time it is not in memory. Of this process alone; no format to keep.
 */
public final class SpillFile {
  private static final int BUFFER = 1 << 16;

  private final Path file;

  public SpillFile(Path file) {
    this.file = file;
  }

  /** Whether the dataset lies here. */
  public boolean exists() {
    return Files.exists(file);
  }

  /** Bytes of the training split in memory. */
  public static long bytes(Dataset dataset) {
    return DataKind.of(dataset.manifest().schema()).bytes(dataset, Split.TRAIN);
  }

  /** Writes the training split, under another name until it is whole. */
  public void write(Dataset dataset) throws IOException {
    Path hidden = Files.createTempFile(Files.createDirectories(file.getParent()), "spill", null);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(hidden), BUFFER))) {
      DataKind.of(dataset.manifest().schema()).spill(dataset, Split.TRAIN, out);
    }
    Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Reads it back under the manifest it had. */
  public Dataset read(Manifest manifest) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      return DataKind.of(manifest.schema()).restore(manifest, Split.TRAIN, in);
    }
  }
}
