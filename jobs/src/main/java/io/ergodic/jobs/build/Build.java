package io.ergodic.jobs.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build of Ergodic this is, as the build wrote it into {@code ergodic-build.properties}. */
public final class Build {
  private static final Properties PROPERTIES = load();

  private Build() {}

  /** The project's version. */
  public static String version() {
    return PROPERTIES.getProperty("version");
  }

  /** The commit it was built from, with {@code -dirty} when the tree had changes; or unknown. */
  public static String revision() {
    String revision = PROPERTIES.getProperty("revision", "");
    return revision.isBlank() || revision.startsWith("${") ? "unknown" : revision;
  }

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream stream = Build.class.getResourceAsStream("/ergodic-build.properties")) {
      properties.load(stream);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return properties;
  }
}
