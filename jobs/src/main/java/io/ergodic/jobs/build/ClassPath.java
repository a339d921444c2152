package io.ergodic.jobs.build;

import java.io.File;

/** The jars this program runs from. */
public final class ClassPath {
  private ClassPath() {}

  /**
   * Name, size and time of every entry: other text after anything has been built or put in anew.
   * Folders of classes count by their names alone.
   */
  public static String facts() {
    StringBuilder facts = new StringBuilder();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      File file = new File(entry);
      facts.append(entry);
      if (file.isFile()) {
        facts.append(' ').append(file.length()).append(' ').append(file.lastModified());
      }
      facts.append('\n');
    }
    return facts.toString();
  }
}
