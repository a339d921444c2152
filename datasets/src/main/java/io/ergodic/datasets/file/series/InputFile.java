package io.ergodic.datasets.file.series;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Input files named in settings. Relative names count from the working directory. */
final class InputFile {
  private InputFile() {}

  /** Reads a file, or fails with a message that names it. */
  @FunctionalInterface
  interface Reading<T> {
    T read(Path file) throws IOException;
  }

  /** The one file a key names. */
  static Path one(Settings settings, String key) {
    return checked(settings, key, settings.string(key));
  }

  /** The files a key names: a name or a list of names. */
  static List<Path> several(Settings settings, String key) {
    List<Path> files =
        settings.strings(key).stream().map(name -> checked(settings, key, name)).toList();
    if (files.isEmpty()) {
      throw settings.error(key, "names no file");
    }
    return files;
  }

  /** Reads a file on behalf of a key, whose path then stands in front of the message. */
  static <T> T read(Settings settings, String key, Path file, Reading<T> reading) {
    try {
      return reading.read(file);
    } catch (InvalidInputException broken) {
      throw settings.error(key, broken.getMessage());
    } catch (IOException failed) {
      throw settings.error(key, file + ": cannot be read: " + failed);
    }
  }

  private static Path checked(Settings settings, String key, String name) {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException wrong) {
      throw settings.error(key, "'" + name + "' is no file name: " + wrong.getReason());
    }
    String shown = file.isAbsolute() ? name : name + " (" + file.toAbsolutePath().normalize() + ")";
    if (!Files.exists(file)) {
      throw settings.error(key, "no file " + shown);
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw settings.error(key, shown + " is no file that can be read");
    }
    return read(settings, key, file, Files::size) == 0 ? empty(settings, key, shown) : file;
  }

  private static Path empty(Settings settings, String key, String shown) {
    throw settings.error(key, "file " + shown + " is empty");
  }
}
