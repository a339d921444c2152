package io.ergodic.evaluation.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;

/** The static parts of the report, from the class path. */
final class Resources {
  private static final List<String> SCRIPTS =
      List.of(
          "core.js",
          "picker.js",
          "siblings.js",
          "attractor.js",
          "series.js",
          "rounds.js",
          "matrix.js",
          "rankmap.js");
  private static final String VERSIONS = "versions.properties";

  private Resources() {}

  static String styles() {
    return text("report.css");
  }

  /**
   * All scripts in the order they need each other, in a scope of their own.
   *
   * @param more those that sections bring
   */
  static String scripts(List<String> more) {
    StringBuilder all = new StringBuilder("(() => {\n\"use strict\";\n");
    SCRIPTS.forEach(name -> all.append(text(name)));
    more.forEach(all::append);
    return all.append(text("start.js")).append("})();\n").toString();
  }

  /**
   * Plotly, compressed and in base 64: the browser unpacks it when the first figure comes into
   * view, so a report of 3 MB opens at once instead of 11 MB being parsed up front.
   */
  static String plotly() {
    try (InputStream properties = open(VERSIONS)) {
      Properties versions = new Properties();
      versions.load(properties);
      String path =
          "/META-INF/resources/webjars/plotly.js-dist/"
              + versions.getProperty("plotly")
              + "/plotly.js";
      try (InputStream source = open(path)) {
        return packed(source);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compressed and in base 64, as the scripts unpack it. */
  static String packed(InputStream source) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 16);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      source.transferTo(gzip);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  private static String text(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream in = Resources.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("resource " + name + " is missing from the class path");
    }
    return in;
  }
}
