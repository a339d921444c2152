package io.ergodic.jobs.predict;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.ergodic.datasets.file.npy.NpyFile;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.jobs.suite.SuiteFile;
import io.ergodic.jobs.trial.ModelFacts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Rows of numbers in a .csv (or .csv.gz) or .npy file, with the columns of a model's data. */
public final class SeriesFile {
  private SeriesFile() {}

  /**
   * Reads a file as a model sees it: its columns by name (.csv) or place (.npy), scaled as in
   * training. Dates of a .csv are read and checked as those of a dataset are.
   *
   * @return rows x dimension, row-major
   */
  public static double[] read(PredictionInput input, ModelFacts facts) throws IOException {
    Path file = input.file();
    Schema schema = facts.schema();
    boolean npy = npy(file, "--input");
    String path = file.toAbsolutePath().toString();
    Map<String, Object> settings = new TreeMap<>();
    settings.put(npy ? "train" : "path", npy ? List.of(path) : path);
    settings.put("standardise", false);
    settings.put("fractions", List.of(1, 0, 0));
    if (npy) {
      input.refuseSettings();
    } else {
      settings.put("columns", schema.columns());
    }
    Config config =
        ConfigFactory.parseMap(settings).withFallback(SuiteFile.overrides(input.settings()));
    DatasetPlan plan =
        DatasetSource.registry()
            .get(npy ? "npy" : "csv", "--input")
            .plan(Settings.of(config).at("--input"), 0);
    plan.notes().forEach(input.notes());
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
    double[] values = PlannedRows.of(plan);
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        throw new InvalidInputException(
            "--input "
                + file
                + ": row "
                + (i / schema.dimension() + 1)
                + ", "
                + schema.columns().get(i % schema.dimension())
                + ": a missing value, and a model answers for complete rows alone");
      }
    }
    if (schema.standardise()) {
      facts.scaler().apply(values);
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
    boolean csv =
        name.endsWith(".csv")
            || option.equals("--input") && name.matches(".*\\.(csv|tsv|txt)(\\.(gz|zip|zst|bz2))?");
    if (!csv && !name.endsWith(".npy")) {
      throw new InvalidInputException(option + " " + file + ": must end in .csv or .npy");
    }
    return !csv;
  }
}
