package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.file.time.TimeFormats;
import io.ergodic.datasets.settings.NearestName;
import io.ergodic.datasets.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The names of the columns.
 *
 * @param present whether the first record holds them
 * @param raw as they are written
 * @param names made of them, each another
 */
record CsvHeader(boolean present, List<String> raw, List<String> names) {
  private static final int SHOWN = 8;

  /**
   * Reads {@code header}: a first record that looks like data is no header unless it is said to be
   * one.
   *
   * @param first record
   * @param notes gets a sentence for names that had to be changed
   */
  static CsvHeader read(
      Settings settings,
      InputFile file,
      List<String> first,
      MissingSpellings missing,
      List<String> notes) {
    boolean present = settings.flag("header", true);
    if (!present) {
      List<String> names = IntStream.rangeClosed(1, first.size()).mapToObj(i -> "x" + i).toList();
      return new CsvHeader(false, names, names);
    }
    if (!settings.has("header") && first.stream().allMatch(cell -> data(cell, missing))) {
      throw file.error(
          "the first line holds no names: "
              + String.join(", ", first.subList(0, Math.min(SHOWN, first.size())))
              + (first.size() > SHOWN ? ", ..." : "")
              + "; header = false takes it as data, header = true as names all the same");
    }
    List<String> names = sanitise(first);
    for (int i = 0; i < names.size(); i++) {
      String written = first.get(i).strip();
      if (!written.isEmpty() && !written.equals(names.get(i))) {
        notes.add("column " + (i + 1) + ", '" + written + "', is called '" + names.get(i) + "'");
      }
    }
    return new CsvHeader(true, first, names);
  }

  private static boolean data(String cell, MissingSpellings missing) {
    String text = cell.strip();
    return NumberShape.of(text.endsWith("%") ? text.substring(0, text.length() - 1) : text) != null
        || missing.contains(text)
        || !Double.isNaN(ColumnProfile.truth(text))
        || TimeFormats.isDate(text);
  }

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
    return List.copyOf(names);
  }

  int width() {
    return names.size();
  }

  /** The columns that a key names, in its order. */
  List<Integer> indices(Settings settings, String key) {
    List<Integer> indices = new ArrayList<>();
    for (String wanted : settings.strings(key, List.of())) {
      int column = names.indexOf(wanted) >= 0 ? names.indexOf(wanted) : raw.indexOf(wanted);
      if (column < 0) {
        throw settings.error(
            key, "unknown column '" + wanted + "'; " + NearestName.hint(wanted, names));
      }
      if (indices.contains(column)) {
        throw settings.error(key, "'" + wanted + "' is named twice");
      }
      indices.add(column);
    }
    return indices;
  }
}
