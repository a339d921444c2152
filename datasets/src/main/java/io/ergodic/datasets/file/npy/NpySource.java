package io.ergodic.datasets.file.npy;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.data.Split;
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
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Series from {@code .npy} files, one series a file. Settings: {@code train}, {@code validation},
 * {@code test} (a path or a list of paths); with {@code train} alone each file is split by time
 * ({@code fractions} or {@code rows}, {@code context}). {@code step} is the time between rows of
 * the file, {@code columns} names its columns, {@code variables} keeps some of them, {@code stride}
 * keeps every n-th row.
 */
@AutoService(DatasetSource.class)
public final class NpySource implements DatasetSource {
  /** A block of rows must be one array. */
  private static final int WIDEST = Integer.MAX_VALUE / SeriesBlock.SAMPLES;

  @Override
  public String name() {
    return "npy";
  }

  @Override
  public String description() {
    return "series from NumPy .npy files, rows = time";
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
    List<InputFile> train = InputFile.list(settings, "train");
    if (train.isEmpty()) {
      throw settings.error("train", "required: the path of a .npy file, or a list of them");
    }
    List<InputFile> validation = InputFile.list(settings, "validation");
    List<InputFile> test = InputFile.list(settings, "test");
    int stride = settings.integer("stride", 1, 1, Integer.MAX_VALUE);
    double step = settings.number("step", 1, Double.MIN_VALUE, Double.MAX_VALUE);

    NpyHeader first = header(train.get(0));
    int width = NpyTable.width(first);
    List<String> columns = columns(settings, width, train.get(0));
    int[] variables = variables(settings, columns);
    List<String> kept = IntStream.of(variables).mapToObj(columns::get).toList();

    List<NpyTable> tables = new ArrayList<>();
    List<Segment> segments = new ArrayList<>();
    int context = 0;
    for (Split split : Split.values()) {
      List<InputFile> files =
          switch (split) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
          };
      for (int i = 0; i < files.size(); i++) {
        NpyHeader header = header(files.get(i));
        if (NpyTable.width(header) != width) {
          throw files
              .get(i)
              .error(
                  "has rows of "
                      + NpyTable.width(header)
                      + " values, "
                      + train.get(0).path()
                      + " of "
                      + width);
        }
        NpyTable table = new NpyTable(files.get(i), header, stride, variables, columns);
        String id = SeriesBlock.id(i);
        if (validation.isEmpty() && test.isEmpty()) {
          TimeSplit borders =
              TimeSplit.of(settings, Math.toIntExact(table.rows()), files.get(i).path().toString());
          context = borders.context(settings, 0);
          segments.addAll(Segment.of(borders, tables.size(), id, context));
        } else {
          segments.add(new Segment(tables.size(), split, id, 0, table.rows()));
        }
        tables.add(table);
      }
    }
    boolean standardise = settings.flag("standardise", false);
    KnownProperties.checkTruth(settings);
    Schema schema =
        Schema.series(kept, step * stride, context, standardise, KnownProperties.read(settings));
    DatasetPlan plan = new SeriesPlan(schema, tables, segments, settings);
    settings.rejectUnknown();
    return plan;
  }

  private static NpyHeader header(InputFile file) throws IOException {
    NpyHeader header = NpyHeader.read(file);
    long[] shape = header.shape();
    if (shape.length < 1 || shape.length > 2) {
      throw file.error("an array of shape " + header.shapeText() + "; a series has 1 or 2 axes");
    }
    if (shape[0] == 0 || shape[shape.length - 1] == 0) {
      throw file.error("an empty array of shape " + header.shapeText());
    }
    if (shape[0] > Integer.MAX_VALUE || shape[shape.length - 1] > WIDEST && shape.length == 2) {
      throw file.error("too large for one series: shape " + header.shapeText());
    }
    return header;
  }

  private static List<String> columns(Settings settings, int width, InputFile file) {
    List<String> fallback = IntStream.rangeClosed(1, width).mapToObj(i -> "x" + i).toList();
    List<String> columns = settings.strings("columns", fallback);
    if (columns.size() != width || new HashSet<>(columns).size() != width) {
      throw settings.error(
          "columns",
          "must be "
              + width
              + " different names, one for each column of "
              + file.path()
              + ", not "
              + columns);
    }
    return columns;
  }

  private static int[] variables(Settings settings, List<String> columns) {
    List<String> wanted = settings.strings("variables", columns);
    for (String variable : wanted) {
      if (!columns.contains(variable)) {
        throw settings.error(
            "variables",
            "unknown column '" + variable + "'; " + NearestName.hint(variable, columns));
      }
    }
    if (wanted.isEmpty() || new HashSet<>(wanted).size() != wanted.size()) {
      throw settings.error("variables", "must be different names, at least one: " + wanted);
    }
    return wanted.stream().mapToInt(columns::indexOf).toArray();
  }
}
