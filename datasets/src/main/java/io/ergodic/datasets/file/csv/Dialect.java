package io.ergodic.datasets.file.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * How a table is written as text.
 *
 * @param separator between fields
 * @param skipped lines before the header
 */
public record Dialect(Charset encoding, char separator, int skipped) {
  /** RFC 4180 in UTF-8. */
  public static final Dialect COMMAS = new Dialect(StandardCharsets.UTF_8, ',', 0);

  static final Map<String, Character> NAMED =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|', "blank", ' ');

  /** In words. */
  String describe() {
    return encoding.name() + ", separated by " + describe(separator);
  }

  static String describe(char separator) {
    return NAMED.entrySet().stream()
        .filter(each -> each.getValue() == separator)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("'" + separator + "'");
  }
}
