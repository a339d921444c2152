package io.ergodic.datasets.file.csv;

import static io.ergodic.datasets.file.Produced.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.Produced;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTimesTest {
  @TempDir Path folder;
  private final CsvSource source = new CsvSource();

  /** A file of one variable, 1, 2, 3 ..., beside these times. */
  private String file(String... times) throws Exception {
    StringBuilder text = new StringBuilder("date,v\n");
    for (int i = 0; i < times.length; i++) {
      text.append('"').append(times[i]).append("\",").append(i + 1).append('\n');
    }
    Path file = Files.writeString(Files.createTempFile(folder, "t", ".csv"), text);
    return "path = \"" + file + "\", fractions = [1, 0, 0]";
  }

  private String axis(String settings) throws Exception {
    Produced made = Produced.of(source, settings);
    assertThat(made.plan().schema().columns()).containsExactly("v");
    return made.plan().notes().stream()
        .filter(note -> note.startsWith("times are those of column"))
        .findFirst()
        .orElseThrow();
  }

  static Stream<Arguments> notations() {
    return Stream.of(
        arguments("2005/1/3|2005/1/4|2005/1/5", "a step of 1 day, from 2005-01-03 00:00:00"),
        arguments("2005-01-03T04:05|2005-01-03T04:06|2005-01-03T04:07", "1 minute"),
        arguments("2005-01-03 04:05:06.5|2005-01-03 04:05:07|2005-01-03 04:05:07.5", "0.5 seconds"),
        arguments("3.1.2005|4.1.2005|5.1.2005", "1 day, from 2005-01-03"),
        arguments("13/1/2005|14/1/2005|15/1/2005", "day before the month, a step of 1 day"),
        arguments("1/13/2005|1/14/2005|1/15/2005", "month before the day, a step of 1 day"),
        arguments("1/3/2005 11:00 PM|1/4/2005 12:00 AM|1/4/2005 1:00 AM|1/13/2005 2:00 AM", ""),
        arguments("3-Jan-2005|4-Jan-2005|5-Jan-2005", "1 day, from 2005-01-03"),
        arguments("Jan 3, 2005|Jan 4, 2005|Jan 5, 2005", "1 day, from 2005-01-03"),
        arguments("2005-01|2005-02|2005-03", "1 month"),
        arguments("2005-01-31|2005-02-28|2005-03-31|2005-04-30", "1 month"),
        arguments("2005Q1|2005Q2|2005Q3", "3 months"),
        arguments("2003|2004|2005|2006|2007", "1 year"),
        arguments("2005-01-07|2005-01-10|2005-01-11|2005-01-12", "1 working day"),
        arguments("2005-01-03T01:00Z|2005-01-03T02:00Z|2005-01-03T03:00Z", "03:00:00 UTC"),
        arguments("2021-03-28T01:00+01:00|2021-03-28T03:00+02:00|2021-03-28T04:00+02:00", "1 hour"),
        arguments("20050103|20050104|20050105", "1 day, from 2005-01-03"),
        arguments("1104710400|1104710460|1104710520", "seconds since 1970, a step of 1 minute"),
        arguments("1104710400000|1104710460000|1104710520000", "milliseconds since 1970"),
        arguments("0|0.1|0.2|0.30000000000000004", "numbers, a step of 0.1, from 0.0 to 0.3"),
        arguments("2005-01-03 23:00|2005-01-03 24:00|2005-01-04 01:00", "1 hour"));
  }

  @ParameterizedTest
  @MethodSource("notations")
  void timesAreReadInAnyCommonNotation(String times, String said) throws Exception {
    String gaps = said.isEmpty() ? ", times.gaps = keep" : "";
    assertThat(axis(file(times.split("\\|")) + gaps)).contains(said);
  }

  @Test
  void whatIsNoTimeIsNamed() throws Exception {
    refused(source, file("2005-01-03", "2005-01-04", "x"), "line 4, column date", "'x'", "format");
    refused(
        source, file("2005-01-03", "2005-02-30"), "line 3", "'2005-02-30'", "dateColumn = none");
    refused(source, file("mon", "tue"), "line 2, column date", "'mon'");
    refused(source, file("1/2/2005", "1/3/2005"), "column date", "month-first");
    refused(source, file("2005-01-03T00:00Z", "2005-01-03T01:00"), "column date");
    assertThat(axis(file("1/2/2005", "1/3/2005") + ", times.format = day-first"))
        .contains("from 2005-02-01");
    assertThat(
            axis(file("03h2005-01-03", "04h2005-01-03") + ", times.format = \"HH'h'yyyy-MM-dd\""))
        .contains("1 hour");
    refused(source, file("2005-01-03") + ", times.format = \"{\"", "times.format", "epoch-seconds");
    refused(source, file("2005-01-03") + ", times.zone = Mars", "times.zone", "Mars");
    refused(source, file("2005-01-03") + ", times.sorted = true", "times.sorted", "'sort'");
  }

  @Test
  void theOrderOfRowsIsTheOneOfTheirTimes() throws Exception {
    String mixed = file("2005-01-05", "2005-01-03", "2005-01-04");
    refused(source, mixed, "not in order", "line 2 (2005-01-05 00:00:00) then line 3", "sort");
    Produced sorted = Produced.of(source, mixed + ", times.sort = true");
    assertThat(sorted.values(Split.TRAIN)).containsExactly(2, 3, 1);
    assertThat(sorted.plan().notes()).anyMatch(note -> note.contains("put in the order"));
    Produced unread = Produced.of(source, mixed + ", dateColumn = none");
    assertThat(unread.values(Split.TRAIN)).containsExactly(1, 2, 3);
    assertThat(unread.plan().notes())
        .contains("column date is left out: it holds dates")
        .anyMatch(note -> note.contains("no column of times"));
  }

  @Test
  void irregularTimesAreRefusedAndNotFilled() throws Exception {
    String odd = file("2005-01-03", "2005-01-04", "2005-01-05 07:00", "2005-01-06 07:00");
    refused(source, odd, "1 gap", "line 3", "31 hours", "gaps = keep");
    refused(source, odd + ", times.gaps = last", "whole numbers of steps");
    String none = file("2005-01-03", "2005-01-04 01:00", "2005-01-06", "2005-01-09 12:00");
    refused(source, none, "no regular step");
    refused(
        source,
        file("2005-01-03", "2005-01-04", "2005-01-06") + ", times.gaps = missing",
        "missing = keep");
  }

  @Test
  void anHourThatComesTwiceIsToldByItsOrder() throws Exception {
    String[] autumn = {
      "2021-10-31 01:00", "2021-10-31 02:00", "2021-10-31 02:00", "2021-10-31 03:00"
    };
    refused(source, file(autumn), "line 3", "times.zone = \"Europe/Berlin\"");
    assertThat(axis(file(autumn) + ", times.zone = Europe/Berlin")).contains("1 hour");
    refused(
        source,
        file("2021-03-28 01:30", "2021-03-28 02:30") + ", times.zone = Europe/Berlin",
        "line 3",
        "no clock of Europe/Berlin");
    refused(
        source,
        file("2021-03-28T01:30Z", "2021-03-28T02:30Z") + ", times.zone = Europe/Berlin",
        "name their own");
  }

  @Test
  void aColumnOfNumbersIsOneOfTimesByItsName() throws Exception {
    for (String name : new String[] {"time", "Unix-Time", "t", "utc_timestamp", "Year"}) {
      String text = name + ",v\n1,5\n2,6\n3,7\n";
      Path file = Files.writeString(Files.createTempFile(folder, "t", ".csv"), text);
      assertThat(axis("path = \"" + file + "\", fractions = [1, 0, 0]")).contains("numbers");
    }
    Path file = Files.writeString(folder.resolve("s.csv"), "sentiment,v\n1,5\n2,6\n");
    String settings = "path = \"" + file + "\", fractions = [1, 0, 0]";
    refused(source, settings, "sentiment, holds numbers", "or none");
    Produced left = Produced.of(source, settings + ", omit = sentiment");
    assertThat(left.values(Split.TRAIN)).containsExactly(5, 6);
  }

  @Test
  void dateAndTimeMayBeTwoColumns() throws Exception {
    String text = "day,hour,v\n2005-01-03,0:00,1\n2005-01-03,1:00,2\n2005-01-03,2:00,3\n";
    Path file = Files.writeString(folder.resolve("two.csv"), text);
    String settings = "path = \"" + file + "\", fractions = [1, 0, 0]";
    refused(source, settings, "have the time of the row before");
    assertThat(axis(settings + ", dateColumn = [day, hour]"))
        .contains("column day and hour", "1 hour");
  }
}
