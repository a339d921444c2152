package io.ergodic.datasets.registry;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;

/** The jar or folder that a class or resource came from, in words. */
public final class Origin {
  private static final String SEPARATOR = "!/";

  private Origin() {}

  /** Of a class: {@code com.example.Mine in /home/me/mine.jar}. */
  public static String of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? type.getName()
        : type.getName() + " in " + path(source.getLocation().toString());
  }

  /** Of a resource: its jar, or the folder that its path begins in. */
  static String of(URL url, String resource) {
    String text = url.toString();
    int inside = text.indexOf(SEPARATOR);
    return inside >= 0
        ? path(text.substring("jar:".length(), inside))
        : path(text.substring(0, text.length() - resource.length()));
  }

  private static String path(String uri) {
    return uri.startsWith("file:") ? Path.of(URI.create(uri)).toString() : uri;
  }
}
