package io.ergodic.datasets.file.series;

import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.RowSink;
import io.ergodic.datasets.source.TimeSplit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The source {@code csv}: one table with a header, {@code .csv} or {@code .csv.gz}, cut along time.
 * Settings: {@code path} (required), {@code dateColumn} (the first column if it holds no numbers),
 * {@code columns} (all of numbers), {@code rows} or {@code fractions} and {@code context} (336) as
 * {@link TimeBorders} says, {@code standardise} (true), {@code step} (1), and what {@link
 * SeriesProperties} reads.
 */
public final class CsvSource implements DatasetSource {
  private static final int CONTEXT = 336;

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String description() {
    return "A multivariate series in a .csv or .csv.gz file, cut along time into train, validation"
        + " and test";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    Path path = InputFile.one(settings, "path");
    Optional<String> dateColumn =
        settings.has("dateColumn") ? Optional.of(settings.string("dateColumn")) : Optional.empty();
    List<String> columns = settings.strings("columns", List.of());
    if (new HashSet<>(columns).size() < columns.size()) {
      throw settings.error("columns", "names a column twice");
    }
    TimeBorders borders = TimeBorders.read(settings, CONTEXT);
    double step = settings.number("step", 1, 1e-12, 1e12);
    boolean standardise = settings.flag("standardise", true);
    CsvFile table =
        InputFile.read(settings, "path", path, file -> CsvFile.read(file, dateColumn, columns));
    TimeSplit time = borders.split(table.rows());
    Map<String, Double> properties = SeriesProperties.read(settings, table.columns().size());
    settings.rejectUnknown();
    Schema schema = Schema.series(table.columns(), step, time.context(), standardise, properties);
    return new Plan(schema, table, SeriesPart.cut(path, "path", 0, time));
  }

  private record Plan(Schema schema, CsvFile table, List<SeriesPart> parts) implements DatasetPlan {
    @Override
    public int shardCount() {
      return parts.size();
    }

    @Override
    public void produce(int shard, RowSink sink) throws IOException {
      parts.get(shard).emit(table.values(), schema.dimension(), schema.step(), sink);
    }

    @Override
    public List<Path> inputs() {
      return List.of(table.file());
    }
  }
}
