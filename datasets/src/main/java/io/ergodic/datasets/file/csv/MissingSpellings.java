package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a missing value is written; blank always is one.
 *
 * @param texts in lower case
 * @param numbers whether one of them reads as a number, such as -9999
 */
record MissingSpellings(Set<String> texts, boolean numbers) {
  private static final List<String> USUAL =
      List.of("NaN", "NA", "N/A", "#N/A", "<NA>", "null", "none", "nil", "-", "--", "?", ".");

  /** Reads {@code missingSpellings}. */
  static MissingSpellings read(Settings settings) {
    Set<String> texts =
        settings.strings("missingSpellings", USUAL).stream()
            .map(MissingSpellings::lower)
            .collect(Collectors.toUnmodifiableSet());
    return new MissingSpellings(
        texts, texts.stream().anyMatch(text -> NumberShape.of(text) != null));
  }

  /** Whether a text without blanks around it is one. */
  boolean contains(String text) {
    return text.isEmpty() || texts.contains(lower(text));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
