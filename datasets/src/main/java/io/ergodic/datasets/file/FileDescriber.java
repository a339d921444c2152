package io.ergodic.datasets.file;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Settings;
import java.io.IOException;

/**
 * Says what a source would read of a raw file, and what it would refuse, before any suite names it.
 * Found by name through ServiceLoader; the name is that of the source.
 */
public interface FileDescriber extends Named {
  /** Takes one line of a description. */
  @FunctionalInterface
  interface Lines {
    void add(String label, Object value);
  }

  /** Whether a file of this name is one of the source's. */
  boolean reads(String name);

  /**
   * Describes a file. What would be refused is a line too, no exception.
   *
   * @param settings as of the source, {@code path} among them
   */
  void describe(Settings settings, Lines lines) throws IOException;

  /** All describers on the class path. */
  static Registry<FileDescriber> registry() {
    return Registry.load(FileDescriber.class, "description of files");
  }
}
