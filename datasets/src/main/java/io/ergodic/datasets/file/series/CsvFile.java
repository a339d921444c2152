package io.ergodic.datasets.file.series;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.NearestName;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A table of numbers in comma-separated text with a header, plain or gzipped ({@code .gz}). A
 * column of dates is left out; every other wanted cell must be a finite decimal number.
 *
 * @param columns names of the columns kept, in the order asked for
 * @param values rows x columns, row-major
 */
public record CsvFile(Path file, List<String> columns, double[] values) {
  /** Records looked at to tell columns of numbers from columns of text. */
  private static final int SAMPLE = 100;

  private static final int MOST = 1 << 28;

  public int rows() {
    return values.length / columns.size();
  }

  /**
   * Reads a file.
   *
   * @param dateColumn the column to leave out; by default the first, if it holds no numbers
   * @param wanted columns to keep; when empty all in which a number stands among the first rows
   * @throws InvalidInputException with file, line, column and content for a cell that is no finite
   *     number, a line of another width than the header's, broken quotes or a cut-off gzip file
   */
  public static CsvFile read(Path file, Optional<String> dateColumn, List<String> wanted)
      throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain =
            file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        var text = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return read(new CsvRecords(text, file), file, dateColumn, wanted);
    } catch (ZipException | EOFException broken) {
      throw new InvalidInputException(
          file + ": not a whole gzip file: " + broken.getMessage(), broken);
    }
  }

  private static CsvFile read(
      CsvRecords records, Path file, Optional<String> dateColumn, List<String> wanted)
      throws IOException {
    List<String> first = records.next();
    if (first == null) {
      throw new InvalidInputException(file + ": is empty; a header and rows are expected");
    }
    List<String> header = CsvHeader.names(first, file);
    List<List<String>> sample = new ArrayList<>();
    long[] lines = new long[SAMPLE];
    while (sample.size() < SAMPLE) {
      List<String> cells = records.next();
      if (cells == null) {
        break;
      }
      lines[sample.size()] = records.line();
      sample.add(checked(List.copyOf(cells), header, file, records.line()));
    }
    if (sample.isEmpty()) {
      throw new InvalidInputException(file + ": has a header but no rows");
    }
    int[] kept = kept(header, sample, dateColumn, wanted, file);
    double[] values = new double[SAMPLE * kept.length];
    int size = 0;
    for (int i = 0; i < sample.size(); i++, size += kept.length) {
      parse(sample.get(i), kept, header, values, size, file, lines[i]);
    }
    for (List<String> cells; (cells = records.next()) != null; size += kept.length) {
      if (size + kept.length > values.length) {
        values = Arrays.copyOf(values, grown(values.length, file));
      }
      checked(cells, header, file, records.line());
      parse(cells, kept, header, values, size, file, records.line());
    }
    List<String> columns = Arrays.stream(kept).mapToObj(header::get).toList();
    return new CsvFile(file, columns, Arrays.copyOf(values, size));
  }

  private static int grown(int length, Path file) {
    if (length >= MOST) {
      throw new InvalidInputException(file + ": holds more than " + MOST + " numbers");
    }
    return 2 * length;
  }

  private static int[] kept(
      List<String> header,
      List<List<String>> sample,
      Optional<String> dateColumn,
      List<String> wanted,
      Path file) {
    dateColumn.ifPresent(name -> index(header, name, file));
    if (!wanted.isEmpty()) {
      return wanted.stream().mapToInt(name -> index(header, name, file)).toArray();
    }
    List<Integer> kept = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      int c = column;
      boolean numeric = sample.stream().anyMatch(cells -> !Double.isNaN(number(cells.get(c))));
      boolean date = dateColumn.isPresent() && header.get(column).equals(dateColumn.get());
      if (numeric && !date) {
        kept.add(column);
      }
    }
    if (kept.isEmpty()) {
      throw new InvalidInputException(
          file + ": no column of numbers among " + String.join(", ", header));
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int index(List<String> header, String name, Path file) {
    int index = header.indexOf(name);
    if (index < 0) {
      throw new InvalidInputException(
          file + ": no column '" + name + "'; " + NearestName.hint(name, header));
    }
    return index;
  }

  private static List<String> checked(
      List<String> cells, List<String> header, Path file, long line) {
    if (cells.size() != header.size()) {
      throw new InvalidInputException(
          file
              + ", line "
              + line
              + ": expected "
              + header.size()
              + " cells as in the header, found "
              + cells.size());
    }
    return cells;
  }

  private static void parse(
      List<String> cells,
      int[] kept,
      List<String> header,
      double[] values,
      int offset,
      Path file,
      long line) {
    for (int i = 0; i < kept.length; i++) {
      String cell = cells.get(kept[i]);
      double value = number(cell);
      if (Double.isNaN(value)) {
        throw new InvalidInputException(
            file
                + ", line "
                + line
                + ", column '"
                + header.get(kept[i])
                + "': '"
                + cell
                + "' is not a finite number");
      }
      values[offset + i] = value;
    }
  }

  /** A finite decimal number, or NaN. Unlike Java, refuses {@code 1f}, {@code 0x1p3} and words. */
  static double number(String cell) {
    String text = cell.trim();
    if (text.isEmpty()) {
      return Double.NaN;
    }
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        return Double.NaN;
      }
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? value : Double.NaN;
    } catch (NumberFormatException notOne) {
      return Double.NaN;
    }
  }
}
