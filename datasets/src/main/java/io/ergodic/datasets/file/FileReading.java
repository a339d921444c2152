package io.ergodic.datasets.file;

import io.ergodic.datasets.source.DatasetPlan;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Planning a dataset by reading its files. */
@FunctionalInterface
public interface FileReading {
  DatasetPlan plan() throws IOException;

  /**
   * The plan that reading gives.
   *
   * @throws UncheckedIOException when a file cannot be read to its end
   */
  static DatasetPlan of(FileReading reading) {
    try {
      return reading.plan();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
