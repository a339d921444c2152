package io.ergodic.datasets.file.csv;

import java.util.ArrayList;
import java.util.List;

/** Makes names of variables from a header that may hold anything. */
final class CsvHeader {
  private CsvHeader() {}

  /**
   * Names as written, but with runs of white space made one blank, characters that are no letter,
   * digit or one of {@code blank _-.+%°/*()[]} made an underscore, empty ones called after their
   * place and repeated ones numbered.
   */
  static List<String> sanitise(List<String> header) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String name =
          header
              .get(i)
              .strip()
              .replaceAll("\\s+", " ")
              .replaceAll("[^\\p{L}\\p{N} _\\-.+%°/*()\\[\\]]", "_");
      if (name.isEmpty()) {
        name = "column " + (i + 1);
      }
      String unique = name;
      for (int n = 2; names.contains(unique); n++) {
        unique = name + " " + n;
      }
      names.add(unique);
    }
    return names;
  }
}
