package io.ergodic.jobs.suite;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The {@code .conf} files of a folder that may lie in several jars and beside the launcher. */
final class ConfFolder {
  private static final String SUFFIX = ".conf";

  private ConfFolder() {}

  /** Texts by name without {@code .conf}; files beside the launcher hold over those of jars. */
  static Map<String, String> texts(String folder) {
    Map<String, String> texts = new TreeMap<>();
    try {
      for (URL url : Collections.list(loader().getResources(folder))) {
        if (url.openConnection() instanceof JarURLConnection jar) {
          readJar(jar, texts);
        } else {
          readFolder(Path.of(url.getPath()), texts);
        }
      }
      readOwnJar(folder, texts);
      readPlugins(folder, texts);
      String home = System.getProperty("ergodic.home");
      if (home != null && Files.isDirectory(Path.of(home, folder))) {
        readFolder(Path.of(home, folder), texts);
      }
      return texts;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(folder + " cannot be read", unreadable);
    }
  }

  /** A jar that other jars were shaded into has no entries for folders, so nothing finds them. */
  private static void readOwnJar(String folder, Map<String, String> texts) throws IOException {
    Path own =
        Path.of(
            URI.create(
                ConfFolder.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    if (Files.isRegularFile(own)) {
      try (JarFile jar = new JarFile(own.toFile())) {
        read(jar, folder + "/", texts);
      }
    }
  }

  /** Plug-ins that the launcher was given: they may be shaded as well. */
  private static void readPlugins(String folder, Map<String, String> texts) throws IOException {
    for (String file : System.getProperty("ergodic.plugins", "").split(File.pathSeparator)) {
      if (!file.isEmpty()) {
        try (JarFile jar = new JarFile(file)) {
          read(jar, folder + "/", texts);
        }
      }
    }
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? ConfFolder.class.getClassLoader() : context;
  }

  private static void readFolder(Path folder, Map<String, String> texts) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
        texts.put(name(file.getFileName().toString()), Files.readString(file));
      }
    }
  }

  private static void readJar(JarURLConnection connection, Map<String, String> texts)
      throws IOException {
    // Its own copy: the shared one must not be closed, and would keep an old jar open.
    connection.setUseCaches(false);
    String prefix = connection.getEntryName().replaceAll("/*$", "/");
    try (JarFile jar = connection.getJarFile()) {
      read(jar, prefix, texts);
    }
  }

  private static void read(JarFile jar, String prefix, Map<String, String> texts)
      throws IOException {
    for (JarEntry entry : Collections.list(jar.entries())) {
      String path = entry.getName();
      if (path.startsWith(prefix)
          && path.endsWith(SUFFIX)
          && path.indexOf('/', prefix.length()) < 0) {
        try (InputStream in = jar.getInputStream(entry)) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          texts.put(name(path.substring(prefix.length())), text);
        }
      }
    }
  }

  private static String name(String file) {
    return file.substring(0, file.length() - SUFFIX.length());
  }
}
