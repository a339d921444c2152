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

class CsvNumbersTest {
  @TempDir Path folder;
  private final CsvSource source = new CsvSource();

  private String path(String text) throws Exception {
    Path file = Files.writeString(Files.createTempFile(folder, "t", ".csv"), text);
    return "path = \"" + file + "\", dateColumn = none, fractions = [1, 0, 0]";
  }

  static Stream<Arguments> written() {
    return Stream.of(
        arguments("v;w\n1.234,5;7\n", "", 1234.5),
        arguments("v;w\n\"1,234.5\";7\n", "", 1234.5),
        arguments("v;w\n1,5;7\n", "", 1.5),
        arguments("v;w\n0,125;7\n", "", 0.125),
        arguments("v;w\n1'234'567;7\n", "", 1234567),
        arguments("v;w\n1\u202f234,5;7\n", "", 1234.5),
        arguments("v;w\n1.234.567;7\n", "", 1234567),
        arguments("v;w\n1.234;7\n", "", 1.234),
        arguments("v;w\n1.234;7\n", "decimal = \",\", thousands = \".\"", 1234),
        arguments("v;w\n1,234;7\n", "decimal = \",\"", 1.234),
        arguments("v;w\n1,234;7\n", "thousands = \",\"", 1234),
        arguments("v;w\n1,234;0.5\n", "", 1234),
        arguments("v;w\n-1,5e-3;7\n", "", -1.5e-3),
        arguments("v;w\n+5%;7\n", "", 5),
        arguments("v;w\n5 %;7\n", "percent = fraction", 0.05),
        arguments("v;w\n.5;7\n", "", 0.5),
        arguments("v|w\n5.|7\n", "", 5));
  }

  @ParameterizedTest
  @MethodSource("written")
  void numbersAreReadInTheNotationOfTheFile(String text, String more, double value)
      throws Exception {
    double[] values =
        Produced.of(source, path(text) + (more.isEmpty() ? "" : ", " + more)).values(Split.TRAIN);
    assertThat(values[0]).isEqualTo(value);
  }

  @Test
  void whatMayMeanTwoThingsIsRefused() throws Exception {
    refused(source, path("v;w\n1,234;7\n"), "'1,234' (line 2, column v)", "decimal = \",\"");
    refused(source, path("v;w\n1,5;2.5\n"), "'1,5' (line 2", "'2.5' (line 2", "decimal");
    refused(source, path("v;w\n1 234;1'234\n"), "thousands set apart in two ways");
    refused(
        source,
        path("v;w\n7;1\n1,5;2\n") + ", decimal = \".\"",
        "line 3, column v",
        "'1,5'",
        "decimal");
    refused(source, path("v;w\n1,5;2\n") + ", thousands = \",\"", "thousands", "decimal sign");
  }

  @Test
  void aColumnIsJudgedByAllItsRows() throws Exception {
    String late = "v,w\n1,-\n2,3\n3,oops\n4,5\n5,6\n";
    refused(source, path(late), "line 4, column w", "'oops'", "omit");
    assertThat(Produced.of(source, path(late) + ", omit = w").values(Split.TRAIN))
        .containsExactly(1, 2, 3, 4, 5);
    Produced text = Produced.of(source, path("v,w\n1,a1\n2,3\n3,b2\n"));
    assertThat(text.plan().schema().columns()).containsExactly("v");
    assertThat(text.plan().notes())
        .contains("column w is left out: it holds text, such as 'a1' (line 2)");
    refused(source, path("v,w\n1,a\n2,b\n") + ", columns = [w]", "columns", "column w holds text");
    refused(source, path("v,w\n1,5%\n2,6\n"), "line 2, column w", "percent among numbers");
    refused(source, path("v,w\n1,true\n2,6\n3,7\n"), "line 2, column w", "a word among numbers");
    refused(source, path("v,w\n1,1e999\n2,6\n"), "line 2, column w", "'1e999'");
    refused(source, path("v,w\na,b\n"), "no column of numbers", "column v is left out");
  }

  @Test
  void missingValuesAreWrittenAsSaid() throws Exception {
    String text = "v,w\n1,-9999\n2,3\n";
    String keep = ", missing = keep, standardise = false";
    assertThat(Produced.of(source, path(text) + keep).values(Split.TRAIN))
        .containsExactly(1, -9999, 2, 3);
    assertThat(
            Produced.of(source, path(text) + keep + ", missingSpellings = [\"-9999\"]")
                .values(Split.TRAIN))
        .containsExactly(1, Double.NaN, 2, 3);
    refused(source, path(text) + ", missingSpellings = [\"-9999\"]", "line 2, column w");
    for (String spelling : new String[] {"NA", "n/a", "null", "None", "?", "--", ".", "<NA>"}) {
      refused(source, path("v,w\n1," + spelling + "\n2,3\n"), "a missing value: '" + spelling);
    }
    Produced empty = Produced.of(source, path("v,w\n1,\n2,\n"));
    assertThat(empty.plan().notes()).contains("column w is left out: it holds no value");
  }

  @Test
  void roundedIdentifiersAreSaidOnceAColumn() throws Exception {
    Produced made =
        Produced.of(
            source, path("v,w\n9007199254740993,1\n9007199254740992,2\n-9007199254740995,3\n"));
    assertThat(made.plan().notes())
        .filteredOn(note -> note.contains("2^53"))
        .singleElement()
        .asString()
        .contains("column v: 2 whole numbers", "line 2: 9007199254740993 to 9007199254740992");
    assertThat(Produced.of(source, path("v,w\n9007199254740992,1\n1e300,2\n")).plan().notes())
        .noneMatch(note -> note.contains("2^53"));
  }
}
