package io.ergodic.datasets.file.image;

import io.ergodic.datasets.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a setting that names an input and checks that it is there. */
final class InputPath {
  private InputPath() {}

  /** A file that is not empty. */
  static Path file(Settings settings, String key) {
    Path path = existing(settings, key);
    if (!Files.isRegularFile(path)) {
      throw settings.error(key, path + " is no file");
    }
    if (path.toFile().length() == 0) {
      throw settings.error(key, path + " is empty");
    }
    return path;
  }

  /** A file or folder. */
  static Path existing(Settings settings, String key) {
    Path path = Path.of(settings.string(key));
    if (!Files.exists(path)) {
      throw settings.error(key, "there is no " + path.toAbsolutePath());
    }
    return path;
  }
}
