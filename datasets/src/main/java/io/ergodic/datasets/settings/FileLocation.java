package io.ergodic.datasets.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

/** Finds the files that settings name: by a local path, or by an address with a scheme. */
public final class FileLocation {
  private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*");
  private static final Pattern LOCAL = Pattern.compile("file:(//(localhost)?)?(?=/[^/])");

  private FileLocation() {}

  /** Whether a name is an address such as {@code hdfs://host/x}, {@code file:///x}. */
  public static boolean isAddress(String name) {
    return ADDRESS.matcher(name).matches();
  }

  /**
   * Where a file or folder of this name is; in the last folder where it is in none.
   *
   * @param folders that a relative name is looked for in, in this order
   */
  static Path of(String name, List<Path> folders) {
    if (isAddress(name)) {
      return ofAddress(name);
    }
    Path path = Path.of(name);
    for (Path folder : folders) {
      path = folder.resolve(name);
      if (Files.exists(path)) {
        return path;
      }
    }
    return path;
  }

  private static Path ofAddress(String name) {
    if (name.startsWith("file:")) {
      String path = LOCAL.matcher(name).replaceFirst("");
      if (path.startsWith("file:")) {
        throw new InvalidInputException(name + ": no local file; one is file:///FOLDER/FILE");
      }
      return Path.of(path);
    }
    return ServiceLoader.load(RemoteLocations.class)
        .findFirst()
        .or(
            () ->
                ServiceLoader.load(RemoteLocations.class, FileLocation.class.getClassLoader())
                    .findFirst())
        .orElseThrow(() -> new InvalidInputException(name + ": only local files are known here"))
        .path(name);
  }
}
