package io.ergodic.jobs.predict;

import com.typesafe.config.ConfigUtil;
import io.ergodic.datasets.file.npy.NpyFile;
import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.jobs.trial.ModelFacts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows of numbers in a .csv (or .csv.gz) or .npy file, with the columns of a model's data. */
final class SeriesFile {
  private SeriesFile() {}

  /**
   * Reads a file as a model sees it: its columns by name (.csv) or place (.npy), scaled as in
   * training.
   *
   * @return rows x dimension, row-major
   */
  static double[] read(Path file, ModelFacts facts) throws IOException {
    Schema schema = facts.schema();
    boolean npy = npy(file, "--input");
    String names =
        schema.columns().stream().map(ConfigUtil::quoteString).collect(Collectors.joining(","));
    String path = ConfigUtil.quoteString(file.toAbsolutePath().toString());
    String settings =
        npy
            ? "{train = [" + path + "], standardise = false"
            : "{path = "
                + path
                + ", dateColumn = none, standardise = false, columns = ["
                + names
                + "]";
    DatasetPlan plan =
        DatasetSource.registry()
            .get(npy ? "npy" : "csv", "--input")
            .plan(Settings.parse(settings + ", fractions = [1, 0, 0]}", "--input"), 0);
    if (plan.schema().dimension() != schema.dimension()) {
      throw new InvalidInputException(
          "--input "
              + file
              + ": rows of "
              + plan.schema().dimension()
              + " values, the model has "
              + schema.dimension()
              + ": "
              + String.join(", ", schema.columns()));
    }
    double[] values = join(plan);
    if (schema.standardise()) {
      facts.scaler().apply(values);
    }
    return values;
  }

  private static double[] join(DatasetPlan plan) throws IOException {
    List<double[]> blocks = new ArrayList<>();
    for (int shard = 0; shard < plan.shardCount(); shard++) {
      plan.produce(shard, row -> blocks.add(((SeriesBlock) row).values()));
    }
    double[] values = new double[blocks.stream().mapToInt(block -> block.length).sum()];
    int at = 0;
    for (double[] block : blocks) {
      System.arraycopy(block, 0, values, at, block.length);
      at += block.length;
    }
    return values;
  }

  /**
   * Writes rows in the units of the data, as the file's name ends.
   *
   * @param values rows x dimension, scaled; changed
   */
  static void write(Path file, double[] values, ModelFacts facts) throws IOException {
    Schema schema = facts.schema();
    int columns = schema.dimension();
    if (schema.standardise()) {
      for (int i = 0; i < values.length; i++) {
        int column = i % columns;
        values[i] = values[i] * facts.scaler().deviation()[column] + facts.scaler().mean()[column];
      }
    }
    if (npy(file, "--out")) {
      NpyFile.write(file, values, values.length / columns, columns);
      return;
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("step," + String.join(",", schema.columns()) + "\n");
      for (int row = 0; row < values.length / columns; row++) {
        out.write(String.valueOf(row + 1));
        for (int column = 0; column < columns; column++) {
          out.write("," + values[row * columns + column]);
        }
        out.write("\n");
      }
    }
  }

  private static boolean npy(Path file, String option) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean csv = name.endsWith(".csv") || (name.endsWith(".csv.gz") && option.equals("--input"));
    if (!csv && !name.endsWith(".npy")) {
      throw new InvalidInputException(option + " " + file + ": must end in .csv or .npy");
    }
    return !csv;
  }
}
