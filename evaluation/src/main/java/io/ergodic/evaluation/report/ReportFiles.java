package io.ergodic.evaluation.report;

import io.ergodic.datasets.storage.WholeFile;
import java.io.IOException;
import java.nio.file.Path;

/** Where the files of a report are put. */
@FunctionalInterface
public interface ReportFiles {
  /**
   * Writes a file, whole or not at all.
   *
   * @param name relative to the folder of the report, with {@code /} between folders
   */
  void write(String name, byte[] content) throws IOException;

  /** Files in a folder of this machine. */
  static ReportFiles in(Path folder) {
    return (name, content) -> WholeFile.write(folder.resolve(name), out -> out.write(content));
  }
}
