package io.ergodic.jobs.suite;

import io.ergodic.datasets.registry.PerLoader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The {@code .conf} files of a folder that may lie in several jars and beside the launcher. */
final class ConfFolder {
  private static final String SUFFIX = ".conf";

  private ConfFolder() {}

  /** Those of jars, by folder: thousands of systems may ask, and a jar may be large. */
  private static final Map<String, PerLoader<Map<String, String>>> PACKED =
      new ConcurrentHashMap<>();

  /** Texts by name without {@code .conf}; files beside the launcher hold over those of jars. */
  static Map<String, String> texts(String folder) {
    Map<String, String> texts = new TreeMap<>(packed(folder));
    for (Map.Entry<String, Path> file : beside(folder).entrySet()) {
      texts.put(file.getKey(), read(file.getValue()));
    }
    return texts;
  }

  /** One of the texts. */
  static Optional<String> text(String folder, String name) {
    Path file = beside(folder).get(name);
    return file != null ? Optional.of(read(file)) : Optional.ofNullable(packed(folder).get(name));
  }

  private static Map<String, String> packed(String folder) {
    Map<String, String> texts =
        new TreeMap<>(PACKED.computeIfAbsent(folder, f -> new PerLoader<>(() -> ofJars(f))).get());
    readPlugins(folder, texts);
    return texts;
  }

  private static Map<String, String> ofJars(String folder) {
    Map<String, String> texts = new TreeMap<>();
    try {
      for (URL url : Collections.list(loader().getResources(folder))) {
        if (url.openConnection() instanceof JarURLConnection jar) {
          readJar(jar, texts);
        } else {
          files(Path.of(url.getPath())).forEach((name, file) -> texts.put(name, read(file)));
        }
      }
      readOwnJar(folder, texts);
      return texts;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(folder + " cannot be read", unreadable);
    }
  }

  /** The files beside the launcher, which may change while the process lives. */
  private static Map<String, Path> beside(String folder) {
    String home = System.getProperty("ergodic.home");
    return home == null ? Map.of() : files(Path.of(home, folder));
  }

  private static Map<String, Path> files(Path folder) {
    Map<String, Path> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
        all.forEach(file -> files.put(name(file.getFileName().toString()), file));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(folder + " cannot be read", unreadable);
      }
    }
    return files;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
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
  private static void readPlugins(String folder, Map<String, String> texts) {
    for (String file : System.getProperty("ergodic.plugins", "").split(File.pathSeparator)) {
      if (!file.isEmpty()) {
        try (JarFile jar = new JarFile(file)) {
          read(jar, folder + "/", texts);
        } catch (IOException unreadable) {
          throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
      }
    }
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? ConfFolder.class.getClassLoader() : context;
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
