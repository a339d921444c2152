package io.ergodic.datasets.file.series;

import io.ergodic.datasets.settings.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of columns that can be shown, written and typed, from the first line of a file. */
final class CsvHeader {
  private CsvHeader() {}

  /**
   * Trims names; replaces control characters and what was no UTF-8 by an underscore; names blank
   * columns {@code column3}; gives the second of a name the suffix {@code _2}.
   *
   * @throws InvalidInputException if the line holds numbers, so that it is data and no header
   */
  static List<String> names(List<String> cells, Path file) {
    if (isData(cells)) {
      throw new InvalidInputException(
          file + ", line 1: the first line must name the columns, but holds only numbers");
    }
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = cells.get(i).trim().replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cn}\\uFFFD]", "_");
      String base = name.isBlank() ? "column" + (i + 1) : name;
      String unique = base;
      for (int k = 2; !taken.add(unique); k++) {
        unique = base + "_" + k;
      }
      names.add(unique);
    }
    return names;
  }

  /** Only numbers, yet not 0, 1, 2, ..., which tools write for columns that have no names. */
  private static boolean isData(List<String> cells) {
    boolean counted = true;
    for (int i = 0; i < cells.size(); i++) {
      if (Double.isNaN(CsvFile.number(cells.get(i)))) {
        return false;
      }
      counted &= cells.get(i).trim().equals(String.valueOf(i));
    }
    return !counted;
  }
}
