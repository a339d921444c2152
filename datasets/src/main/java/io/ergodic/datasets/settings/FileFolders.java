package io.ergodic.datasets.settings;

import java.nio.file.Path;
import java.util.List;

/**
 * Where settings look for the files that they name.
 *
 * @param folders of relative names, in this order; none where files may not be named at all
 */
record FileFolders(List<Path> folders) {
  /** The working directory of the process alone. */
  static final FileFolders WORKING = new FileFolders(List.of(Path.of("")));

  /** Files may not be named. */
  static final FileFolders NONE = new FileFolders(List.of());

  /** A folder first, then the working directory. */
  static FileFolders in(Path folder) {
    return new FileFolders(List.of(folder, Path.of("")));
  }

  List<Path> absolute() {
    return folders.stream().map(Path::toAbsolutePath).toList();
  }

  /**
   * Where a file or folder of this name is; in the last folder where it is in none.
   *
   * @param path of the settings that name it
   */
  Path located(String name, String path) {
    if (folders.isEmpty()) {
      throw new InvalidInputException(
          path
              + ": asks for the file or folder '"
              + name
              + "' of this machine, which a manifest may do only if you allow it: look at what it"
              + " names, then add --allow-files");
    }
    return FileLocation.of(name, folders);
  }
}
