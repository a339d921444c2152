package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.file.time.TimeColumn;
import io.ergodic.datasets.file.time.TimeSettings;
import io.ergodic.datasets.settings.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one pass over a whole file found, before anything is decided.
 *
 * @param columns profile of each column
 * @param missing how missing values are written
 * @param timeColumns indices of those that make the times; none where there are no times
 * @param times as they stand in the file
 * @param rows of data
 * @param notes a sentence for what was found and is not the usual
 */
record CsvScan(
    InputFile file,
    Dialect dialect,
    CsvHeader header,
    List<ColumnProfile> columns,
    MissingSpellings missing,
    List<Integer> timeColumns,
    Optional<TimeColumn> times,
    TimeSettings timeSettings,
    int rows,
    List<String> notes) {

  static CsvScan of(Settings settings, InputFile file) throws IOException {
    List<String> notes = new ArrayList<>();
    MissingSpellings missing = MissingSpellings.read(settings);
    TimeSettings timeSettings = TimeSettings.read(settings);
    Dialect dialect = DialectDetection.of(settings, file, notes);
    List<String> first;
    try (CsvReader reader = new CsvReader(file, dialect)) {
      first = reader.next();
    }
    if (first == null) {
      throw file.error("has no line that is not blank");
    }
    CsvHeader header = CsvHeader.read(settings, file, first, missing, notes);
    TimeColumnSearch search = TimeColumnSearch.of(settings, file, dialect, header, timeSettings);
    Optional<TimeColumn> times = search.column();
    List<ColumnProfile> columns = new ArrayList<>();
    header.names().forEach(name -> columns.add(new ColumnProfile()));
    int rows = 0;
    try (CsvReader reader = new CsvReader(file, dialect)) {
      if (header.present()) {
        reader.next();
      }
      for (List<String> fields = reader.next(); fields != null; fields = reader.next()) {
        if (fields.size() != header.width()) {
          throw DialectDetection.ragged(
              file, dialect, reader.line(), fields.size(), header.width());
        }
        for (int i = 0; i < fields.size(); i++) {
          columns.get(i).add(fields.get(i), reader.line(), missing);
        }
        if (times.isPresent() && !times.get().add(search.text(fields), reader.line())) {
          throw search.noTime(search.text(fields), reader.line());
        }
        rows = Math.addExact(rows, 1);
      }
      if (reader.blankLines() > 0) {
        notes.add(reader.blankLines() + " blank lines between rows are passed over");
      }
    }
    if (rows == 0) {
      throw file.error("has a header and no rows");
    }
    return new CsvScan(
        file,
        dialect,
        header,
        columns,
        missing,
        search.columns(),
        times,
        timeSettings,
        rows,
        notes);
  }

  /** What a column was found to be, for messages. */
  String place(int column) {
    return "column " + header.names().get(column);
  }
}
