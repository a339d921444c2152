package io.ergodic.datasets.file.csv;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.file.FileDescriber;
import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.file.csv.ColumnProfile.Example;
import io.ergodic.datasets.file.csv.ColumnProfile.Form;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** Describes a table of separated values: columns, times, first and last rows, refusals. */
@AutoService(FileDescriber.class)
public final class CsvDescriber implements FileDescriber {
  private static final int ROWS_SHOWN = 3;

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public boolean reads(String name) {
    return name.toLowerCase(Locale.ROOT)
        .matches(".*\\.(csv|tsv|tab|txt|dat)(\\.(gz|zip|zst|bz2))?|.*\\.zip");
  }

  @Override
  public void describe(Settings settings, Lines lines) throws IOException {
    settings.only(CsvSource.KEYS);
    InputFile file = InputFile.of(settings, "path");
    lines.add("file", file.path() + ", " + file.size() + " bytes");
    try {
      CsvScan scan = CsvScan.of(settings, file);
      lines.add(
          "read as", scan.dialect().describe() + (scan.header().present() ? "" : ", no header"));
      lines.add("rows", scan.rows());
      rows(settings, scan, lines);
      CsvReading reading = CsvReading.of(settings, file);
      reading.notes().forEach(note -> lines.add("note", note));
      lines.add(
          "variables",
          reading.names().size() + " in " + reading.rows() + " rows: " + reading.names());
    } catch (InvalidInputException refused) {
      lines.add("refused", refused.getMessage());
    }
  }

  /** Columns with their ranges, and the rows at both ends. */
  private static void rows(Settings settings, CsvScan scan, Lines lines) throws IOException {
    int width = scan.header().width();
    double[][] ranges = new double[width][];
    NumberGrammar numbers = grammar(settings, scan);
    List<String> first = new ArrayList<>();
    Deque<String> last = new ArrayDeque<>();
    try (CsvReader reader = new CsvReader(scan.file(), scan.dialect())) {
      if (scan.header().present()) {
        reader.next();
      }
      for (List<String> row = reader.next(); row != null; row = reader.next()) {
        for (int i = 0; i < width; i++) {
          extend(ranges, i, numbers.parse(row.get(i)));
        }
        String text = "line " + reader.line() + ": " + String.join(" | ", row);
        if (first.size() < ROWS_SHOWN) {
          first.add(text);
        } else {
          last.addLast(text);
          if (last.size() > ROWS_SHOWN) {
            last.removeFirst();
          }
        }
      }
    }
    for (int i = 0; i < width; i++) {
      lines.add("column", scan.header().names().get(i) + ": " + content(scan, i, ranges[i]));
    }
    first.forEach(row -> lines.add("first rows", row));
    last.forEach(row -> lines.add("last rows", row));
  }

  private static NumberGrammar grammar(Settings settings, CsvScan scan) {
    List<Integer> numeric =
        IntStream.range(0, scan.header().width())
            .filter(i -> scan.columns().get(i).numeric() && !scan.timeColumns().contains(i))
            .boxed()
            .toList();
    try {
      return CsvReading.numbers(settings, scan, numeric, new ArrayList<>());
    } catch (InvalidInputException saidLater) {
      return new NumberGrammar('.', '\0', false);
    }
  }

  private static void extend(double[][] ranges, int column, double value) {
    if (!Double.isFinite(value)) {
      return;
    }
    if (ranges[column] == null) {
      ranges[column] = new double[] {value, value};
    }
    ranges[column][0] = Math.min(ranges[column][0], value);
    ranges[column][1] = Math.max(ranges[column][1], value);
  }

  private static String content(CsvScan scan, int column, double[] range) {
    ColumnProfile profile = scan.columns().get(column);
    StringJoiner text = new StringJoiner(", ");
    if (scan.timeColumns().contains(column)) {
      text.add("times");
    } else if (range != null) {
      text.add(profile.numbers() + " numbers from " + range[0] + " to " + range[1]);
    }
    add(text, profile, Form.INFINITE, "not finite");
    add(text, profile, Form.PERCENT, "in percent");
    add(text, profile, Form.BOOLEAN, "words of truth");
    if (!scan.timeColumns().contains(column)) {
      add(text, profile, Form.TEXT, profile.dates() ? "dates" : "texts");
    }
    add(text, profile, Form.MISSING, "missing, written " + profile.spellings().keySet());
    return text.toString();
  }

  private static void add(StringJoiner text, ColumnProfile profile, Form form, String what) {
    if (profile.count(form) > 0) {
      Example first = profile.first(form);
      text.add(
          profile.count(form)
              + " "
              + what
              + " ('"
              + first.cell()
              + "' in line "
              + first.line()
              + ")");
    }
  }
}
