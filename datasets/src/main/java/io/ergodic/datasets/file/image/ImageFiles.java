package io.ergodic.datasets.file.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where image files lie: a folder or a tar archive. Names are relative, with slashes. */
interface ImageFiles {
  /** For messages and for the dataset's hash. */
  Path path();

  /** Where in the configuration they are named. */
  String setting();

  /** All that is there. */
  Listing list() throws IOException;

  /**
   * Contents of the named files, in the given order.
   *
   * @param most bytes that each may have
   */
  void read(List<String> names, long most, Target target) throws IOException;

  /** All files whose bytes decide the content, of these images. */
  List<Path> inputs(List<String> names);

  /** Takes a file. */
  interface Target {
    void accept(int index, byte[] content) throws IOException;
  }
}
