package io.ergodic.jobs.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.testing.LocalSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableForecastTest {
  private static final int ROWS = 200;

  @TempDir Path folder;

  /** A week of seven values again and again, a column that repeats every row, and text. */
  private Path table(int rows) throws IOException {
    StringBuilder text = new StringBuilder("day;visits;rest;town\n");
    for (int t = 0; t < rows; t++) {
      text.append(LocalDate.of(2024, 1, 1).plusDays(t)).append(';');
      text.append(week(t)).append(",5;").append(t).append(",0;Ulm\n");
    }
    return Files.writeString(folder.resolve("my visits.csv"), text);
  }

  private static int week(int row) {
    return new int[] {10, 30, 20, 60, 50, 90, 80}[row % 7];
  }

  private ForecastQuestion question(Path file, int horizon, OptionalInt lookback) {
    return new ForecastQuestion(
        file.toString(),
        horizon,
        List.of("visits"),
        lookback,
        OptionalInt.empty(),
        List.of("persistence", "seasonal-naive"),
        List.of());
  }

  @Test
  void theWeekGoesOn() throws IOException {
    TableForecast forecast = TableForecast.of(question(table(ROWS), 3, OptionalInt.empty()));
    assertThat(forecast.name()).isEqualTo("forecast-my-visits");
    assertThat(forecast.notes())
        .anyMatch(note -> note.contains("a step of 1 day, from 2024-01-01"))
        .anyMatch(note -> note.startsWith("season: 7 rows"))
        .anyMatch(note -> note.startsWith("look-back: 14 rows"));
    assertThat(forecast.summary()).startsWith("200 rows of visits: 140 to train, 20 set aside, 40");
    List<ForecastAnswer> answers;
    try (SparkSession session = LocalSpark.start(2)) {
      answers =
          forecast.run(
              LateSession.of(session),
              folder.resolve("out").toString(),
              folder.resolve("data").toString(),
              new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }
    assertThat(answers)
        .extracting(ForecastAnswer::model)
        .containsExactly("seasonal-naive", "persistence");
    ForecastAnswer naive = answers.get(0);
    assertThat(naive.value("mae")).isCloseTo(0, within(1e-4));
    assertThat(naive.value("coverage_95")).isBetween(0.0, 1.0);
    assertThat(answers.get(1).value("mae")).isCloseTo(persistenceError(), within(1e-3));
    Path file = folder.resolve("out/forecasts.csv");
    ForecastFile.write(file, forecast, answers);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0))
        .isEqualTo("model,variable,step,time,value,lower_80,upper_80,lower_95,upper_95");
    assertThat(lines).hasSize(1 + 2 * 3);
    for (int step = 1; step <= 3; step++) {
      String[] cells = lines.get(step).split(",", -1);
      assertThat(cells).hasSize(9);
      assertThat(cells[1]).isEqualTo("visits");
      assertThat(cells[3])
          .isEqualTo(LocalDate.of(2024, 1, 1).plusDays(ROWS - 1 + step) + " 00:00:00");
      assertThat(Double.parseDouble(cells[4])).isCloseTo(week(ROWS - 1 + step) + 0.5, within(1e-4));
      assertThat(Double.parseDouble(cells[7])).isLessThanOrEqualTo(Double.parseDouble(cells[5]));
    }
    assertThat(folder.resolve("out/report.html")).exists();
  }

  /** Of the windows whose three targets all lie in the last 40 rows. */
  private static double persistenceError() {
    double sum = 0;
    int count = 0;
    for (int first = ROWS - 40; first + 3 <= ROWS; first++) {
      for (int step = 0; step < 3; step++) {
        sum += Math.abs(week(first + step) - week(first - 1));
        count++;
      }
    }
    return sum / count;
  }

  @Test
  void whatCannotBeForecastIsSaid() throws IOException {
    Path few = table(30);
    assertThatThrownBy(() -> TableForecast.of(question(few, 12, OptionalInt.empty())))
        .hasMessageContaining("30 rows are too few for --horizon 12: 64 at least are needed");
    Path enough = table(ROWS);
    assertThatThrownBy(() -> TableForecast.of(question(enough, 3, OptionalInt.of(500))))
        .hasMessageContaining("--lookback 500: must be 7 (a season) to 128");
    Path bare = Files.writeString(folder.resolve("bare.csv"), "x\n1\n2\n3\n");
    assertThatThrownBy(() -> TableForecast.of(question(bare, 3, OptionalInt.empty())))
        .hasMessageContaining("--set dateColumn=none");
  }
}
