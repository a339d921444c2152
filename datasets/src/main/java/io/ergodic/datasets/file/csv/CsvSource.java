package io.ergodic.datasets.file.csv;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.file.FileReading;
import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.file.KnownProperties;
import io.ergodic.datasets.file.Segment;
import io.ergodic.datasets.file.SeriesPlan;
import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.TimeSplit;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * One multivariate series from a table of separated values, split by time as the long-term
 * forecasting benchmarks do it. Settings of the file: {@code path}; what is not said of {@code
 * separator}, {@code encoding}, {@code decimal}, {@code thousands} and {@code dateColumn} is found
 * and noted; {@code skip} (0 lines), {@code header} (true), {@code missing} ({@code refuse}; {@code
 * keep} gives NaN), {@code missingSpellings}, {@code booleans} ({@code omit}; {@code numbers}),
 * {@code percent} ({@code number}; {@code fraction}), {@code columns} (all that hold numbers
 * alone), {@code omit}, {@code times { sort, duplicates, gaps, zone, format }}. Of the series:
 * {@code fractions} (0.7, 0.1, 0.2) or {@code rows} (train, validation, test; the rest unused),
 * {@code context} (336), {@code standardise} (true), {@code step} (1). Sentinels such as -9999 are
 * values unless {@code missingSpellings} names them.
 */
@AutoService(DatasetSource.class)
public final class CsvSource implements DatasetSource {
  private static final int CONTEXT = 336;
  static final String[] KEYS = {
    "path",
    "separator",
    "encoding",
    "skip",
    "header",
    "dateColumn",
    "times",
    "columns",
    "omit",
    "decimal",
    "thousands",
    "percent",
    "booleans",
    "missing",
    "missingSpellings",
    "fractions",
    "rows",
    "context",
    "standardise",
    "step",
    "period",
    "lyapunov",
    "seasonality",
    "shards"
  };

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String description() {
    return "a series from a table of separated values (CSV and its kin), split by time";
  }

  @Override
  public int revision() {
    return 3;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    return FileReading.of(() -> checked(settings));
  }

  private static DatasetPlan checked(Settings settings) throws IOException {
    settings.only(KEYS);
    InputFile file = InputFile.of(settings, "path");
    boolean standardise = settings.flag("standardise", true);
    boolean keep = settings.choice("missing", "refuse", List.of("refuse", "keep")).equals("keep");
    if (keep && standardise) {
      throw settings.error(
          "missing", "keep needs standardise = false: no scaler can be fitted on missing values");
    }
    CsvReading reading = CsvReadings.of(settings, file);
    TimeSplit borders = TimeSplit.of(settings, reading.rows(), file.path().toString());
    int context = borders.context(settings, CONTEXT);
    double step = settings.number("step", 1, Double.MIN_VALUE, Double.MAX_VALUE);
    Map<String, Double> properties = KnownProperties.read(settings);
    if (reading.missing() > 0) {
      properties.put("missing", (double) reading.missing());
    }
    Schema schema = Schema.series(reading.names(), step, context, standardise, properties);
    DatasetPlan plan =
        new SeriesPlan(
            schema,
            List.of(reading.table()),
            Segment.of(borders, 0, SeriesBlock.id(0), context),
            settings,
            reading.notes());
    return plan;
  }
}
