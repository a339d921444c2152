package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.file.time.TimesAhead;
import io.ergodic.datasets.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * What a table holds, for who has to decide how to use it before it is a dataset.
 *
 * @param variables its columns of numbers, or those that are asked for
 * @param rows of the series
 * @param missing values among them
 * @param notes what was found and decided in reading
 * @param ahead the times after the last row; empty for a table without times
 */
public record CsvOutline(
    List<String> variables,
    int rows,
    long missing,
    List<String> notes,
    Optional<TimesAhead> ahead) {
  /**
   * Reads a table to its end.
   *
   * @param settings those of {@link CsvSource}
   * @throws io.ergodic.datasets.settings.InvalidInputException for a table that cannot be right,
   *     with line and column
   */
  public static CsvOutline of(Settings settings) {
    settings.only(CsvSource.KEYS);
    try {
      CsvReading reading = CsvReadings.of(settings, InputFile.of(settings, "path"));
      return new CsvOutline(
          reading.names(), reading.rows(), reading.missing(), reading.notes(), reading.ahead());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
