package io.ergodic.datasets.file.series;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.TimeSplit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The source {@code npy}: series in NumPy arrays, one axis (one variable) or two (rows x
 * variables). Settings:
 *
 * <ul>
 *   <li>{@code train} (required), {@code validation}, {@code test}: a file or a list of files, each
 *       a series. With {@code train} alone every file is cut along time, by {@code fractions} or
 *       {@code rows} and {@code context} (0), see {@link TimeBorders};
 *   <li>{@code step} (1): time between rows of the file; {@code stride} (1): every n-th row is
 *       kept, which makes the step as many times longer;
 *   <li>{@code variables} (all): indices from 0 of those kept; {@code columns}: their names;
 *   <li>{@code standardise} (false), and what {@link SeriesProperties} reads.
 * </ul>
 */
public final class NpySource implements DatasetSource {
  @Override
  public String name() {
    return "npy";
  }

  @Override
  public String description() {
    return "Series in NumPy .npy files, one file a series, split by file or along time";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    int stride = settings.integer("stride", 1, 1, 1 << 28);
    double step = settings.number("step", 1, 1e-12, 1e12) * stride;
    boolean standardise = settings.flag("standardise", false);
    boolean byFile = settings.has("validation") || settings.has("test");
    int[] variables = null;
    int width = 0;
    int context = 0;
    Set<Path> inputs = new LinkedHashSet<>();
    List<SeriesPart> parts = new ArrayList<>();
    for (Split split : byFile ? Split.values() : new Split[] {Split.TRAIN}) {
      String key = split.label();
      if (split != Split.TRAIN && !settings.has(key)) {
        continue;
      }
      int number = 0;
      for (Path file : InputFile.several(settings, key)) {
        int[] shape = InputFile.read(settings, key, file, NpyFile::open).shape();
        int columns = NpyPlan.columns(settings, key, file, shape);
        if (variables == null) {
          width = columns;
          variables = variables(settings, width);
        } else if (columns != width) {
          throw settings.error(
              key, file + " has " + columns + " variables, the first train file " + width);
        }
        int rows = (shape[0] + stride - 1) / stride;
        if (byFile) {
          parts.add(SeriesPart.whole(file, key, split, number++, rows));
        } else {
          TimeSplit time = TimeBorders.read(settings, 0).split(rows);
          context = time.context();
          parts.addAll(SeriesPart.cut(file, key, number++, time));
        }
        inputs.add(file);
      }
    }
    if (byFile) {
      rejectBorders(settings);
    }
    List<String> columns = names(settings, variables);
    var properties = SeriesProperties.read(settings, variables.length);
    settings.rejectUnknown();
    Schema schema = Schema.series(columns, step, context, standardise, properties);
    return new NpyPlan(settings, schema, variables, stride, parts, List.copyOf(inputs));
  }

  private static void rejectBorders(Settings settings) {
    for (String key : List.of("fractions", "rows", "context")) {
      if (settings.has(key)) {
        throw settings.error(
            key, "only for files cut along time, but validation or test files are given");
      }
    }
  }

  private static int[] variables(Settings settings, int width) {
    if (!settings.has("variables")) {
      return IntStream.range(0, width).toArray();
    }
    double[] given = settings.numbers("variables");
    int[] variables = new int[given.length];
    for (int i = 0; i < given.length; i++) {
      variables[i] = (int) given[i];
      if (variables[i] != given[i] || variables[i] < 0 || variables[i] >= width) {
        throw settings.error(
            "variables", "must be indices from 0 to " + (width - 1) + ", not " + given[i]);
      }
    }
    if (given.length == 0 || IntStream.of(variables).distinct().count() < given.length) {
      throw settings.error("variables", "must name at least one variable, and none twice");
    }
    return variables;
  }

  private static List<String> names(Settings settings, int[] variables) {
    if (!settings.has("columns")) {
      return IntStream.of(variables).mapToObj(v -> "x" + (v + 1)).toList();
    }
    List<String> names = settings.strings("columns");
    if (names.size() != variables.length) {
      throw settings.error(
          "columns", "has " + names.size() + " names for " + variables.length + " variables");
    }
    return names;
  }
}
