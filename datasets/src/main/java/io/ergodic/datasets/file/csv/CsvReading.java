package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.file.ArrangedTable;
import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.file.SeriesTable;
import io.ergodic.datasets.file.csv.ColumnProfile.Example;
import io.ergodic.datasets.file.time.Arrangement;
import io.ergodic.datasets.file.time.TimeAxis;
import io.ergodic.datasets.file.time.TimeCheck;
import io.ergodic.datasets.file.time.TimesAhead;
import io.ergodic.datasets.settings.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file read to its end and decided upon: what is a variable, how numbers and times are written,
 * which rows there are. Everything decided that no setting says is a note.
 *
 * @param table of the variables, in the order of the series
 * @param rows of it
 * @param missing values of it, those of rows that are filled in as missing too
 * @param ahead the times after the last row, where there are times
 */
record CsvReading(
    List<String> names,
    SeriesTable table,
    int rows,
    long missing,
    List<String> notes,
    Optional<TimesAhead> ahead) {
  static CsvReading of(Settings settings, InputFile file) throws IOException {
    CsvScan scan = CsvScan.of(settings, file);
    ColumnChoice choice = ColumnChoice.read(settings, scan);
    List<String> notes = new ArrayList<>();
    NumberGrammar numbers = numbers(settings, scan, choice.indices(), notes);
    Optional<TimeAxis> axis =
        scan.times().map(times -> TimeCheck.check(times, scan.timeSettings(), file::error));
    if (scan.timeSettings().fillsWithMissing() && !choice.keepMissing()) {
      throw settings.error("times.gaps", "missing makes NaN rows, which needs missing = keep");
    }
    notes.add(
        0,
        axis.map(TimeAxis::description)
            .orElse("no column of times is read: rows are taken in the order of the file"));
    notes.addAll(0, scan.notes());
    notes.addAll(choice.notes());
    axis.ifPresent(times -> notes.addAll(times.notes()));
    SeriesTable table =
        new CsvTable(
            file, scan.dialect(), scan.header(), choice.indices(), numbers, scan.missing());
    List<String> names = choice.indices().stream().map(scan.header().names()::get).toList();
    Optional<Arrangement> arrangement = axis.flatMap(TimeAxis::arrangement);
    long missing =
        choice.indices().stream()
            .mapToLong(column -> scan.columns().get(column).count(ColumnProfile.Form.MISSING))
            .sum();
    missing += names.size() * arrangement.map(Arrangement::missingRows).orElse(0L);
    if (missing > 0) {
      notes.add(
          "of what is missing: forecasting passes over every window that holds a NaN, in training"
              + " and in scores; reconstruction refuses the data");
    }
    if (arrangement.isPresent()) {
      table = new ArrangedTable(table, scan.rows(), names.size(), arrangement.get());
    }
    return new CsvReading(
        names,
        table,
        arrangement.map(Arrangement::rows).orElse(scan.rows()),
        missing,
        List.copyOf(notes),
        axis.map(TimeAxis::ahead));
  }

  /** The grammar of the numbers in all variables; a number of another grammar is refused. */
  static NumberGrammar numbers(
      Settings settings, CsvScan scan, List<Integer> variables, List<String> notes) {
    List<ColumnProfile> profiles = variables.stream().map(scan.columns()::get).toList();
    List<String> names = variables.stream().map(scan.header().names()::get).toList();
    NumberGrammar numbers = new NumberDetection(scan.file(), profiles, names).read(settings, notes);
    for (int i = 0; i < profiles.size(); i++) {
      for (Example example : profiles.get(i).shapes().values()) {
        if (Double.isNaN(numbers.parse(example.cell()))) {
          throw scan.file()
              .error(
                  "line "
                      + example.line()
                      + ", column "
                      + names.get(i)
                      + ": '"
                      + example.cell()
                      + "' is no number where the decimal sign is '"
                      + numbers.decimal()
                      + "'"
                      + (numbers.thousands() == 0
                          ? " and nothing sets thousands apart"
                          : " and '" + numbers.thousands() + "' sets thousands apart")
                      + "; decimal = SIGN and thousands = MARK say otherwise");
        }
      }
      if (profiles.get(i).count(ColumnProfile.Form.PERCENT) > 0) {
        notes.add(
            "column "
                + names.get(i)
                + ": '"
                + profiles.get(i).first(ColumnProfile.Form.PERCENT).cell()
                + "' is read as "
                + numbers.parse(profiles.get(i).first(ColumnProfile.Form.PERCENT).cell())
                + "; percent = "
                + (numbers.percentAsFraction() ? "number" : "fraction")
                + " says otherwise");
      }
    }
    return numbers;
  }
}
