package io.ergodic.datasets.file.csv;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.file.FileReading;
import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.file.KnownProperties;
import io.ergodic.datasets.file.Segment;
import io.ergodic.datasets.file.SeriesPlan;
import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.NearestName;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.TimeSplit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One multivariate series from a comma-separated file, split by time as the long-term forecasting
 * benchmarks do it. Settings: {@code path}, {@code header} (true), {@code dateColumn} (the first;
 * {@code none}), {@code columns} (all numeric), {@code fractions} (0.7, 0.1, 0.2) or {@code rows}
 * (train, validation, test; the rest unused), {@code context} (336), {@code standardise} (true),
 * {@code step} (1), {@code missing} ({@code refuse}; {@code keep} gives NaN). Sentinels such as
 * -9999 are values.
 */
@AutoService(DatasetSource.class)
public final class CsvSource implements DatasetSource {
  private static final int CONTEXT = 336;

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String description() {
    return "a series from a .csv or .csv.gz file with a date column, split by time";
  }

  @Override
  public int revision() {
    return 2;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    return FileReading.of(() -> checked(settings));
  }

  private static DatasetPlan checked(Settings settings) throws IOException {
    InputFile file = InputFile.of(settings, "path");
    boolean standardise = settings.flag("standardise", true);
    boolean keep = settings.choice("missing", "refuse", List.of("refuse", "keep")).equals("keep");
    if (keep && standardise) {
      throw settings.error(
          "missing", "keep needs standardise = false: no scaler can be fitted on missing values");
    }
    CsvTable table = table(settings, file, keep);
    int rows = table.count();
    if (rows == 0) {
      throw file.error("has a header and no rows");
    }
    TimeSplit borders = TimeSplit.of(settings, rows, file.path().toString());
    int context = borders.context(settings, CONTEXT);
    double step = settings.number("step", 1, Double.MIN_VALUE, Double.MAX_VALUE);
    Schema schema =
        Schema.series(table.names(), step, context, standardise, KnownProperties.read(settings));
    DatasetPlan plan =
        new SeriesPlan(
            schema, List.of(table), Segment.of(borders, 0, SeriesBlock.id(0), context), settings);
    settings.rejectUnknown();
    return plan;
  }

  private static CsvTable table(Settings settings, InputFile file, boolean keep)
      throws IOException {
    boolean header = settings.flag("header", true);
    List<String> raw;
    List<String> row;
    try (CsvReader reader = new CsvReader(file)) {
      List<String> first = reader.next();
      if (first == null) {
        throw file.error("has no line that is not blank");
      }
      raw = List.copyOf(first);
      List<String> second = header ? reader.next() : first;
      if (second == null) {
        throw file.error("has a header and no rows");
      }
      row = List.copyOf(second);
    }
    if (row.size() != raw.size()) {
      throw file.error("line 2: " + row.size() + " fields, the first line has " + raw.size());
    }
    List<String> names =
        header
            ? CsvHeader.sanitise(raw)
            : IntStream.rangeClosed(1, raw.size()).mapToObj(i -> "x" + i).toList();
    if (header && raw.stream().allMatch(CsvTable::number)) {
      throw settings.error(
          "path",
          file.path() + ": the first line holds only numbers, no names; set header = false");
    }
    int date = dateColumn(settings, header, raw, names, row, file);
    int[] columns = columns(settings, raw, names, row, date);
    if (columns.length == 0) {
      throw file.error("has no column of numbers; its columns: " + String.join(", ", names));
    }
    List<String> chosen = IntStream.of(columns).mapToObj(names::get).toList();
    return new CsvTable(file, header, raw.size(), columns, chosen, keep);
  }

  private static int dateColumn(
      Settings settings,
      boolean header,
      List<String> raw,
      List<String> names,
      List<String> row,
      InputFile file) {
    if (settings.has("dateColumn")) {
      String wanted = settings.string("dateColumn");
      return wanted.equals("none") ? -1 : index(settings, "dateColumn", wanted, raw, names);
    }
    if (!header) {
      return -1;
    }
    if (CsvTable.number(row.get(0))) {
      throw settings.error(
          "dateColumn",
          file.path()
              + ": the first column, "
              + names.get(0)
              + ", holds numbers; say which column is the date, or none");
    }
    return 0;
  }

  private static int[] columns(
      Settings settings, List<String> raw, List<String> names, List<String> row, int date) {
    if (!settings.has("columns")) {
      return IntStream.range(0, raw.size())
          .filter(i -> i != date && (CsvTable.number(row.get(i)) || CsvTable.missing(row.get(i))))
          .toArray();
    }
    List<Integer> chosen = new ArrayList<>();
    for (String wanted : settings.strings("columns")) {
      int column = index(settings, "columns", wanted, raw, names);
      if (chosen.contains(column)) {
        throw settings.error("columns", "'" + wanted + "' is named twice");
      }
      chosen.add(column);
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int index(
      Settings settings, String key, String wanted, List<String> raw, List<String> names) {
    int column = names.indexOf(wanted) >= 0 ? names.indexOf(wanted) : raw.indexOf(wanted);
    if (column < 0) {
      throw settings.error(
          key, "unknown column '" + wanted + "'; " + NearestName.hint(wanted, names));
    }
    return column;
  }
}
