package io.ergodic.datasets.file.csv;

import static io.ergodic.datasets.file.Produced.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.Produced;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceTest {
  private static final String TEN =
      IntStream.range(0, 10)
          .mapToObj(i -> "2005-01-" + (10 + i) + "," + i + "\n")
          .collect(Collectors.joining());
  @TempDir Path folder;
  private final CsvSource source = new CsvSource();

  private String path(String text) throws Exception {
    return "path = \"" + Files.writeString(Files.createTempFile(folder, "t", ".csv"), text) + "\"";
  }

  private static String train(String path) {
    return path + ", fractions = [1, 0, 0]";
  }

  @Test
  void readsQuotesLineEndsAndOddNames() throws Exception {
    Produced made =
        Produced.of(
            source,
            train(
                path(
                    "\ufeffdate,\"a,\"\"b\"\"\",W/m\ufffd,a,a,\r\n"
                        + "\"1990/1/1\n0:00\",1,\" -2.5e1\",3,4,5\r\n\r\n"
                        + "1990/1/2 0:00,\"-9999\",6,7,8,9")));
    assertThat(made.values(Split.TRAIN)).containsExactly(1, -25, 3, 4, 5, -9999, 6, 7, 8, 9);
    assertThat(made.plan().schema().columns())
        .containsExactly("a__b_", "W/m_", "a", "a 2", "column 6");
    assertThat(made.plan().schema().standardise()).isTrue();
    assertThat(made.plan().notes()).contains("column 3, 'W/m\ufffd', is called 'W/m_'");
  }

  @Test
  void splitsAsTheForecastingBenchmarksDo() throws Exception {
    Produced made = Produced.of(source, path("date,v\n" + TEN) + ", context = 1");
    assertThat(made.values(Split.TRAIN)).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(made.values(Split.VALIDATION)).containsExactly(6, 7);
    assertThat(made.values(Split.TEST)).containsExactly(7, 8, 9);
    Produced rows = Produced.of(source, path("date,v\n" + TEN) + ", rows = [4, 2, 2]");
    assertThat(rows.values(Split.TRAIN)).containsExactly(0, 1, 2, 3);
    assertThat(rows.plan().schema().overlap()).isEqualTo(4);
    assertThat(rows.values(Split.VALIDATION)).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(rows.values(Split.TEST)).containsExactly(2, 3, 4, 5, 6, 7);
  }

  @Test
  void readsGzipAndTablesWithoutHeader() throws Exception {
    Path file = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("1,2\n3,4\n".getBytes(StandardCharsets.UTF_8));
    }
    String settings = train("path = \"" + file + "\", header = false");
    assertThat(Produced.of(source, settings).values(Split.TRAIN)).containsExactly(1, 2, 3, 4);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 9));
    refused(source, settings, "a.csv.gz", "truncated");
  }

  @Test
  void choosesColumns() throws Exception {
    String path = path("when,a,b,unit\n2005-01-03,1,2,m\n2005-01-04,3,4,m\n");
    assertThat(Produced.of(source, train(path)).values(Split.TRAIN)).containsExactly(1, 2, 3, 4);
    assertThat(Produced.of(source, train(path) + ", columns = [b]").values(Split.TRAIN))
        .containsExactly(2, 4);
    refused(source, train(path) + ", columns = [B]", "datasets.d.columns", "'b'");
    refused(source, train(path) + ", omit = [B]", "datasets.d.omit", "'b'");
    refused(source, train(path) + ", dateColumn = wen", "datasets.d.dateColumn", "'when'");
    refused(source, train(path("a,b\n1,2\n")), "datasets.d.dateColumn", "holds numbers");
    assertThat(
            Produced.of(source, train(path("a,b\n1,2\n")) + ", dateColumn = none")
                .values(Split.TRAIN))
        .containsExactly(1, 2);
  }

  @Test
  void namesTheCellThatIsNoNumber() throws Exception {
    for (String cell : new String[] {"", "NaN", "oops", "Infinity", "1d", "0x1p3"}) {
      refused(
          source,
          train(path("date,a,b\n2005-01-03,1,2\n2005-01-04,3," + cell + "\n2005-01-05,1,2\n")),
          "line 3",
          "column b",
          "'" + cell + "'");
    }
    refused(source, train(path("date,a\n2005-01-03,1\n2005-01-04,2,3\n")), "line 3", "3 fields");
    refused(source, train(path("date,a\n2005-01-03,\"1\n")), "not closed");
    refused(source, train(path("date,a\n")), "no rows");
    refused(source, train(path("1,2\n3,4\n")), "header = false");
    refused(source, path("date,a\n" + TEN) + ", rows = [9, 1, 1]", "11 rows", "has 10");
    refused(source, path("date,a\n" + TEN) + ", fractions = [0.7, 0.1, 0.1]", "sum 1");
    refused(source, path("date,a\n" + TEN) + ", context = 8", "at most the 7");
    refused(source, path("date,a\n" + TEN) + ", missing = keep", "standardise = false");
    refused(source, path("date,a\n" + TEN) + ", standardize = false", "'standardise'");
  }

  @Test
  void aFileThatWasChangedIsReadAgain() throws Exception {
    Path file = folder.resolve("changed.csv");
    String settings = train("path = \"" + file + "\", dateColumn = none");
    FileTime old = FileTime.from(Instant.now().minusSeconds(60));
    for (int rows : new int[] {1, 2}) {
      Files.writeString(file, "a,b\n" + "3,7\n".repeat(rows));
      Files.setLastModifiedTime(file, FileTime.from(old.toInstant().plusSeconds(rows)));
      assertThat(Produced.of(source, settings).values(Split.TRAIN)).hasSize(2 * rows);
      assertThat(Produced.of(source, settings + ", omit = b").values(Split.TRAIN)).hasSize(rows);
    }
  }

  @Test
  void keepsMissingValuesWhenAsked() throws Exception {
    String settings =
        train(path("date,a\n2005-01-03,\n2005-01-04,2\n"))
            + ", missing = keep, standardise = false";
    assertThat(Produced.of(source, settings).values(Split.TRAIN)).containsExactly(Double.NaN, 2);
  }
}
