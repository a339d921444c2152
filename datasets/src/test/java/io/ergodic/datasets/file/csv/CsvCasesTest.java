package io.ergodic.datasets.file.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.Produced;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that people stumbled over, each with its right answer: read as its owner means it and said
 * so, or refused with place and way out. Files called alike but for their spelling hold the same
 * numbers.
 */
class CsvCasesTest {
  private static final double[] PLAIN = {19.198, 6.876, 21.15, 5.661};
  private final CsvSource source = new CsvSource();

  private static String settings(String file, String more) throws Exception {
    Path path = Path.of(CsvCasesTest.class.getResource("cases/" + file).toURI());
    return "path = \"" + path + "\", context = 0" + (more.isEmpty() ? "" : ", " + more);
  }

  static Stream<Arguments> read() {
    return Stream.of(
        arguments("bool.csv", "", List.of("a"), "column on is left out: it holds words of truth"),
        arguments("bool.csv", "booleans = numbers", List.of("a", "on"), "read as 1 and 0"),
        arguments("percent.csv", "", List.of("a", "share"), "'6.876%' is read as 6.876"),
        arguments("thousands-blank.csv", "", List.of("a", "b"), "set apart by ' ', as in '1 200'"),
        arguments("integers-2-53.csv", "", List.of("a", "id"), "9007199254740993 to 9007199254740"),
        arguments("integers-2-53.csv", "omit = [id]", List.of("a"), "step of 1 hour"),
        arguments("latin1-header.csv", "", List.of("été", "êtê"), "read as windows-1252"),
        arguments("utf16.csv", "", List.of("a", "b"), "read as UTF-16LE"),
        arguments("semicolon.csv", "", List.of("a", "b"), "separated by semicolon"),
        arguments("semicolon-decimal-comma.csv", "", List.of("a", "b"), "sign is a comma, as in"),
        arguments("tab.csv", "", List.of("a", "b"), "separated by tab"),
        arguments("sep-line.csv", "", List.of("a", "b"), "the line sep=, is taken"),
        arguments("trailing-comma-everywhere.csv", "", List.of("a", "b"), "ends with a separator"),
        arguments("zipped.csv", "", List.of("a", "b"), "step of 1 hour"),
        arguments("offset-1e8.csv", "", List.of("a"), "step of 1 hour"),
        arguments("constant-in-train.csv", "", List.of("a", "c"), "step of 1 hour"),
        arguments("no-header-dates.csv", "header = false", List.of("x2", "x3"), "of column x1"),
        arguments("first-cell-dash.csv", "omit = [b]", List.of("a"), "step of 1 hour"),
        arguments(
            "first-cell-dash.csv",
            "missing = keep, standardise = false",
            List.of("a", "b"),
            "1 missing values become NaN, first in line 2; written {-=1}"),
        arguments(
            "duplicate-times.csv",
            "times { duplicates = first, gaps = linear }",
            List.of("a", "b"),
            "2 rows have the time of the row before"),
        arguments("reversed-times.csv", "times.sort = true", List.of("a", "b"), "put in the order"),
        arguments("gap-40-hours.csv", "times.gaps = keep", List.of("a", "b"), "40 rows missing"),
        arguments(
            "clock-change.csv",
            "times.zone = Europe/Berlin",
            List.of("a", "b"),
            "local times of Europe/Berlin"));
  }

  @ParameterizedTest
  @MethodSource("read")
  void isReadAndSaid(String file, String more, List<String> columns, String note) throws Exception {
    Produced made = Produced.of(source, settings(file, more));
    assertThat(made.plan().schema().columns()).isEqualTo(columns);
    assertThat(made.plan().notes()).anySatisfy(said -> assertThat(said).contains(note));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments("first-cell-dash.csv", List.of("line 2, column b", "'-'", "missing = keep")),
        arguments("first-cell-inf.csv", List.of("line 2, column b", "'inf'", "omit = ")),
        arguments(
            "duplicate-times.csv",
            List.of("line 51 (2021-01-03 01:00:00) then line 52", "times.duplicates = first")),
        arguments(
            "reversed-times.csv",
            List.of("run backwards", "line 2 (2021-01-05 23:00:00)", "times.sort = true")),
        arguments(
            "gap-40-hours.csv",
            List.of("line 31 (2021-01-02 05:00:00)", "40 rows missing", "times.gaps = keep")),
        arguments(
            "clock-change.csv",
            List.of("line 15 (2021-03-28 01:00:00)", "times.zone = \"Europe/Berlin\"")),
        arguments(
            "no-header-dates.csv",
            List.of("no-header-dates.csv", "2021-01-01 00:00:00, 19.198", "header = false")));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isRefusedWithPlaceAndWayOut(String file, List<String> parts) throws Exception {
    Produced.refused(source, settings(file, ""), parts.toArray(String[]::new));
  }

  static Stream<Arguments> alike() {
    return Stream.of(
        arguments("semicolon.csv", ""),
        arguments("semicolon-decimal-comma.csv", ""),
        arguments("tab.csv", ""),
        arguments("trailing-comma-everywhere.csv", ""),
        arguments("latin1-header.csv", ""),
        arguments("utf16.csv", ""),
        arguments("zipped.csv", ""),
        arguments("percent.csv", ""),
        arguments("reversed-times.csv", "times.sort = true"),
        arguments("no-header-dates.csv", "header = false"));
  }

  @ParameterizedTest
  @MethodSource("alike")
  void theNumbersAreThoseMeant(String file, String more) throws Exception {
    Produced made = Produced.of(source, settings(file, more));
    assertThat(made.values(Split.TRAIN)).startsWith(PLAIN);
  }

  private double[] all(String file, String more) throws Exception {
    return Produced.of(source, settings(file, "fractions = [1, 0, 0], " + more))
        .values(Split.TRAIN);
  }

  @ParameterizedTest
  @MethodSource("filled")
  void gapsAreFilledAsAsked(String gaps, double first) throws Exception {
    double[] kept = all("gap-40-hours.csv", "times.gaps = keep");
    double[] made =
        all("gap-40-hours.csv", "missing = keep, standardise = false, times.gaps = " + gaps);
    assertThat(kept).hasSize(160);
    assertThat(made).hasSize(240).startsWith(Arrays.copyOf(kept, 60));
    assertThat(Arrays.copyOfRange(made, 140, 240)).isEqualTo(Arrays.copyOfRange(kept, 60, 160));
    double before = kept[58];
    double after = kept[60];
    double expected = first == 0 ? before : before + (after - before) / 41;
    assertThat(Double.valueOf(made[60]))
        .isEqualTo(Double.valueOf(gaps.equals("missing") ? Double.NaN : expected));
  }

  static Stream<Arguments> filled() {
    return Stream.of(arguments("missing", 0), arguments("last", 0), arguments("linear", 1));
  }

  @ParameterizedTest
  @MethodSource("duplicates")
  void duplicatesAreDroppedAsAsked(String policy, int rows, int kept) throws Exception {
    String gaps = "gaps = keep";
    double[] whole = all("duplicate-times.csv", "times { duplicates = keep, " + gaps + " }");
    double[] made =
        all("duplicate-times.csv", "times { duplicates = " + policy + ", " + gaps + " }");
    assertThat(whole).hasSize(240);
    assertThat(made).hasSize(2 * rows);
    // Rows 49 to 51 have one time.
    assertThat(made[2 * 49]).isEqualTo(whole[2 * kept]);
  }

  static Stream<Arguments> duplicates() {
    return Stream.of(
        arguments("first", 118, 49), arguments("last", 118, 51), arguments("keep", 120, 49));
  }
}
