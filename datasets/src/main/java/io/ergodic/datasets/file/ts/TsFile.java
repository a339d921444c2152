package io.ergodic.datasets.file.ts;

import io.ergodic.datasets.file.ClassNames;
import io.ergodic.datasets.file.InputFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The series of a .ts file (variables between colons, values between commas, the class last), of a
 * .tsv file (the class first, one variable) or of an .arff file (the class last; several variables
 * as one quoted relation).
 *
 * @param names of classes, as the file writes them, for each series
 * @param values of each series, rows x dimension, row-major
 */
record TsFile(InputFile file, int dimension, List<String> names, List<float[]> values) {
  /** Bytes of memory for each of the file: a line twice, and what it is in numbers. */
  private static final int HELD = 8;

  static TsFile read(InputFile file) throws IOException {
    String name = file.path().getFileName().toString().toLowerCase(Locale.ROOT);
    boolean plain = name.endsWith(".tsv") || name.endsWith(".tsv.gz");
    boolean arff = name.endsWith(".arff") || name.endsWith(".arff.gz");
    if (!plain && !arff && !name.endsWith(".ts") && !name.endsWith(".ts.gz")) {
      throw file.error("must end in .ts, .tsv or .arff (or these with .gz)");
    }
    List<String> names = new ArrayList<>();
    List<float[]> values = new ArrayList<>();
    int dimension = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(file.openHeld(HELD), StandardCharsets.UTF_8.newDecoder()))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()
            || line.startsWith("#")
            || line.startsWith("@")
            || line.startsWith("%")) {
          refuse(line.strip().toLowerCase(Locale.ROOT), file);
          continue;
        }
        String text = arff ? ArffLine.asTs(line.strip()) : line.strip();
        TsLine parsed = new TsLine(text, plain, file, number);
        if (dimension != 0 && dimension != parsed.dimension()) {
          throw parsed.error(
              parsed.dimension() + " variables, the series before have " + dimension);
        }
        dimension = parsed.dimension();
        names.add(ClassNames.normal(parsed.label()));
        values.add(parsed.values());
      }
    } catch (CharacterCodingException broken) {
      // A reader without a decoder of its own would put other characters into names of classes.
      throw file.error("is not UTF-8 after series " + names.size());
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

  /** Rows of the longest series. */
  int length() {
    return values.stream().mapToInt(row -> row.length / dimension).max().orElseThrow();
  }
}
