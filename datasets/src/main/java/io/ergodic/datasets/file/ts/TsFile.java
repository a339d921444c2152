package io.ergodic.datasets.file.ts;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The series of a .ts file (variables between colons, values between commas, the class last) or of
 * a .tsv file (the class first, one variable).
 *
 * @param names of classes, as the file writes them, for each series
 * @param values of each series, rows x dimension, row-major
 */
record TsFile(InputFile file, int dimension, List<String> names, List<float[]> values) {
  static TsFile read(InputFile file) throws IOException {
    String name = file.path().getFileName().toString().toLowerCase(Locale.ROOT);
    boolean plain = name.endsWith(".tsv") || name.endsWith(".tsv.gz");
    if (!plain && !name.endsWith(".ts") && !name.endsWith(".ts.gz")) {
      throw file.error("must end in .ts or .tsv (or these with .gz)");
    }
    List<String> names = new ArrayList<>();
    List<float[]> values = new ArrayList<>();
    int dimension = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#") || line.startsWith("@")) {
          refuse(line.strip().toLowerCase(Locale.ROOT), file);
          continue;
        }
        String[] parts = line.strip().split(plain ? "[\t]" : ":", -1);
        int last = parts.length - 1;
        String label = (plain ? parts[0] : parts[last]).strip();
        int variables = plain ? 1 : last;
        if (variables == 0 || label.isEmpty() || plain && last == 0) {
          throw at(file, number, "no " + (last == 0 ? "values" : "class"));
        }
        if (dimension != 0 && dimension != variables) {
          throw at(file, number, variables + " variables, the series before have " + dimension);
        }
        dimension = variables;
        names.add(label);
        values.add(plain ? column(parts, file, number) : columns(parts, last, file, number));
      }
    }
    if (names.isEmpty()) {
      throw file.error("no series in it");
    }
    return new TsFile(file, dimension, names, values);
  }

  private static void refuse(String line, InputFile file) {
    if (line.equals("@timestamps true")) {
      throw file.error("series with time stamps are not supported");
    }
    if (line.equals("@classlabel false")) {
      throw file.error("its series have no classes");
    }
  }

  private static float[] column(String[] parts, InputFile file, int number) {
    float[] values = new float[parts.length - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(parts[i + 1], file, number);
    }
    return values;
  }

  private static float[] columns(String[] parts, int dimension, InputFile file, int number) {
    float[] values = null;
    for (int variable = 0; variable < dimension; variable++) {
      String[] cells = parts[variable].split(",", -1);
      values = values == null ? new float[cells.length * dimension] : values;
      if (cells.length * dimension != values.length) {
        throw at(
            file,
            number,
            "variable "
                + (variable + 1)
                + " has "
                + cells.length
                + " rows, the first has "
                + values.length / dimension);
      }
      for (int row = 0; row < cells.length; row++) {
        values[row * dimension + variable] = value(cells[row], file, number);
      }
    }
    return values;
  }

  private static float value(String text, InputFile file, int number) {
    try {
      float value = Float.parseFloat(text.strip());
      if (Float.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException other) {
      // said below
    }
    throw at(file, number, "'" + text.strip() + "' is no finite number");
  }

  private static InvalidInputException at(InputFile file, int line, String problem) {
    return file.error("line " + line + ": " + problem);
  }

  /** Rows of the longest series. */
  int length() {
    return values.stream().mapToInt(row -> row.length / dimension).max().orElseThrow();
  }
}
