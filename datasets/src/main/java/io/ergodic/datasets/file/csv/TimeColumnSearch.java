package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.file.time.TimeColumn;
import io.ergodic.datasets.file.time.TimeFormats;
import io.ergodic.datasets.file.time.TimeSettings;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the column of times: the one that {@code dateColumn} names, or the first that holds any.
 */
final class TimeColumnSearch {
  private static final int SAMPLE = 1000;

  private final InputFile file;
  private final Dialect dialect;
  private final CsvHeader header;
  private final TimeSettings times;
  private List<List<String>> sample;
  private List<Integer> columns = List.of();
  private Optional<TimeColumn> found = Optional.empty();

  private TimeColumnSearch(InputFile file, Dialect dialect, CsvHeader header, TimeSettings times) {
    this.file = file;
    this.dialect = dialect;
    this.header = header;
    this.times = times;
  }

  static TimeColumnSearch of(
      Settings settings, InputFile file, Dialect dialect, CsvHeader header, TimeSettings times)
      throws IOException {
    TimeColumnSearch search = new TimeColumnSearch(file, dialect, header, times);
    search.sample = search.rows(SAMPLE);
    if (!settings.has("dateColumn")) {
      search.look(settings);
    } else if (!settings.strings("dateColumn").equals(List.of("none"))) {
      search.take(settings);
    }
    return search;
  }

  /** The column, still empty. */
  Optional<TimeColumn> column() {
    return found;
  }

  /** Indices of the columns that make it. */
  List<Integer> columns() {
    return columns;
  }

  /** The time of a record, as text. */
  String text(List<String> fields) {
    return columns.size() == 1
        ? fields.get(columns.get(0))
        : columns.stream().map(i -> fields.get(i).strip()).collect(Collectors.joining(" "));
  }

  InvalidInputException noTime(String text, long line) {
    return file.error(
        "line "
            + line
            + ", column "
            + name()
            + ": '"
            + text
            + "' is no time"
            + found.map(column -> " (" + column.describeFormat() + ")").orElse("")
            + "; times.format = \"PATTERN\" says how times are written, dateColumn = none leaves"
            + " them out");
  }

  private void take(Settings settings) throws IOException {
    columns = header.indices(settings, "dateColumn");
    if (sample.isEmpty()) {
      return;
    }
    found = read(numbers(texts()));
    if (found.isEmpty()) {
      throw wrong();
    }
  }

  private void look(Settings settings) throws IOException {
    if (sample.isEmpty()) {
      return;
    }
    List<Integer> omitted = header.indices(settings, "omit");
    for (int i = 0; i < header.width(); i++) {
      columns = List.of(i);
      if (omitted.contains(i)) {
        continue;
      }
      if (!numbers(texts()) && texts().stream().allMatch(times::isTime)) {
        found = read(false);
        if (found.isPresent()) {
          return;
        }
      }
    }
    if (omitted.contains(0)) {
      columns = List.of();
      return;
    }
    columns = List.of(0);
    boolean named = header.present() && TimeFormats.isNameOfTimes(name());
    if (numbers(texts())) {
      if (named) {
        found = read(true);
      } else if (header.present() && !settings.has("columns")) {
        throw settings.error(
            "dateColumn",
            file.path()
                + ": the first column, "
                + name()
                + ", holds numbers; say which column is the date, or none");
      }
    } else if (texts().stream().anyMatch(times::isTime)
        || named && texts().stream().noneMatch(text -> Double.isFinite(truthOrNumber(text)))) {
      throw wrong();
    }
    columns = found.isPresent() ? columns : List.of();
  }

  private static double truthOrNumber(String text) {
    return NumberShape.of(text.strip()) == null ? ColumnProfile.truth(text) : 0;
  }

  private Optional<TimeColumn> read(boolean numbers) throws IOException {
    try {
      return TimeColumn.of(name(), texts(), numbers, times);
    } catch (InvalidInputException ambiguous) {
      // A later row may tell.
      sample = rows(Integer.MAX_VALUE);
      try {
        return TimeColumn.of(name(), texts(), numbers, times);
      } catch (InvalidInputException still) {
        throw file.error("column " + name() + ": " + still.getMessage());
      }
    }
  }

  private InvalidInputException wrong() throws IOException {
    int bad =
        IntStream.range(0, sample.size())
            .filter(i -> !times.isTime(text(sample.get(i))))
            .findFirst()
            .orElse(0);
    try (CsvReader reader = new CsvReader(file, dialect)) {
      for (int i = header.present() ? -1 : 0; i <= bad; i++) {
        reader.next();
      }
      return noTime(text(sample.get(bad)), reader.line());
    }
  }

  private String name() {
    return columns.stream().map(header.names()::get).collect(Collectors.joining(" and "));
  }

  private List<String> texts() {
    return sample.stream().map(this::text).toList();
  }

  private static boolean numbers(List<String> texts) {
    return texts.stream().allMatch(text -> NumberShape.of(text.strip()) != null);
  }

  /** The first records of data, those of another width left out: the scan refuses them. */
  private List<List<String>> rows(int most) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader reader = new CsvReader(file, dialect)) {
      if (header.present()) {
        reader.next();
      }
      for (List<String> fields = reader.next();
          fields != null && rows.size() < most;
          fields = reader.next()) {
        if (fields.size() == header.width()) {
          rows.add(fields);
        }
      }
    }
    return rows;
  }
}
