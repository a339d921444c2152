package io.ergodic.evaluation.publication;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.file.csv.CsvReader;
import io.ergodic.datasets.file.csv.Dialect;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.storage.WholeFile;
import io.ergodic.evaluation.result.CsvTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The published results of one suite: a CSV file with a line for each, the oldest first. */
public final class PublishedFile {
  private PublishedFile() {}

  /** All results of a file; none where there is no file. */
  public static List<PublishedResult> read(Path file) throws IOException {
    List<PublishedResult> results = new ArrayList<>();
    if (!Files.exists(file)) {
      return results;
    }
    try (CsvReader reader = new CsvReader(new InputFile(file, "results"), Dialect.COMMAS)) {
      List<String> header = reader.next();
      if (header == null || !header.equals(PublishedResult.COLUMNS)) {
        throw new InvalidInputException(
            file + ": the columns have to be " + String.join(",", PublishedResult.COLUMNS));
      }
      for (List<String> cells = reader.next(); cells != null; cells = reader.next()) {
        results.add(result(cells, file, reader.line()));
      }
    }
    return results;
  }

  private static PublishedResult result(List<String> cells, Path file, long line) {
    if (cells.size() != PublishedResult.COLUMNS.size()) {
      throw new InvalidInputException(
          file
              + ", line "
              + line
              + ": "
              + cells.size()
              + " cells, not "
              + PublishedResult.COLUMNS.size());
    }
    try {
      return PublishedResult.of(cells);
    } catch (NumberFormatException wrong) {
      throw new InvalidInputException(
          file + ", line " + line + ": not a number (" + wrong.getMessage() + ")");
    }
  }

  /**
   * Adds results to a file: those of the same question, revision and machine are replaced, all
   * others stay.
   */
  public static void add(List<PublishedResult> fresh, Path file) throws IOException {
    Map<List<String>, PublishedResult> all = new LinkedHashMap<>();
    read(file).forEach(result -> all.put(result.key(), result));
    for (PublishedResult result : fresh) {
      all.remove(result.key());
      all.put(result.key(), result);
    }
    StringBuilder text = new StringBuilder(CsvTable.line(PublishedResult.COLUMNS));
    all.values().forEach(result -> text.append(CsvTable.line(result.cells())));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    WholeFile.write(file, out -> out.write(bytes));
  }

  /** All files of a folder, by name. */
  public static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".csv"))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  /**
   * The last result of each subject, as far as it is of the suite's last publication: systems that
   * the suite no longer has are left out.
   */
  static List<PublishedResult> current(List<PublishedResult> all) {
    if (all.isEmpty()) {
      return all;
    }
    PublishedResult last = all.get(all.size() - 1);
    Map<List<String>, PublishedResult> current = new LinkedHashMap<>();
    for (PublishedResult result : all) {
      current.remove(result.subject());
      current.put(result.subject(), result);
    }
    return current.values().stream().filter(r -> r.machine().equals(last.machine())).toList();
  }
}
