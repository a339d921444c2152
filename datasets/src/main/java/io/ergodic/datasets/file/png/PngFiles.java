package io.ergodic.datasets.file.png;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where PNG files lie: a folder or a tar archive. Names are relative, with slashes. */
interface PngFiles {
  /** For messages and for the dataset's hash. */
  Path path();

  /** Where in the configuration they are named. */
  String setting();

  /** Names of all PNG files, and of folders that hold no file (ending in a slash); any order. */
  List<String> names() throws IOException;

  /** Contents of the named files, in the given order. */
  void read(List<String> names, Target target) throws IOException;

  /** All files whose bytes decide the content. */
  List<Path> inputs() throws IOException;

  /** Takes a file. */
  interface Target {
    void accept(int index, byte[] content) throws IOException;
  }
}
