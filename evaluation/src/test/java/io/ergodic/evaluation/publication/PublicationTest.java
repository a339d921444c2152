package io.ergodic.evaluation.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.evaluation.report.MetricCatalogue;
import io.ergodic.evaluation.report.ReportFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
  private static final Map<String, String> PROTOCOLS =
      Map.of("forecast", "forecasting, horizon 96, lookback 336");

  @TempDir private Path folder;

  private static List<PublishedResult> fixture() {
    return Publication.of(ReportFixture.input(), PROTOCOLS, "2 cores");
  }

  @Test
  void aResultSaysWhatWasFoundOfWhatAndHow() {
    PublishedResult found =
        fixture().stream()
            .filter(r -> r.subject().subList(2, 5).equals(List.of("rossler", "nvar", "d-stsp")))
            .findFirst()
            .orElseThrow();
    // 0.1 + 0.25 * 4 + 0.03 * seed for seeds 1, 2, 4, 5; the third failed, which is worst.
    assertThat(found.median()).isEqualTo(0.1 + 0.25 * 4 + 0.03 * 4);
    assertThat(found.seeds()).isEqualTo(5);
    assertThat(found.failures()).isEqualTo(1);
    assertThat(found.floor()).hasValue(0.02);
    assertThat(found.published()).isEmpty();
    assertThat(found.protocol()).isEqualTo("reconstruction");
    assertThat(found.machine()).isEqualTo("2 cores");
    assertThat(found.revision()).isEqualTo("r1");
    assertThat(fixture()).noneMatch(r -> r.system().equals("floor"));
    assertThat(fixture())
        .filteredOn(r -> r.experiment().equals("forecast"))
        .allMatch(r -> r.protocol().equals("forecasting, horizon 96, lookback 336"));
  }

  @Test
  void whatIsWrittenReadsBack() throws IOException {
    Path file = folder.resolve("quickstart.csv");
    PublishedFile.add(fixture(), file);
    assertThat(PublishedFile.read(file)).isEqualTo(fixture());
    byte[] once = Files.readAllBytes(file);
    PublishedFile.add(fixture(), file);
    assertThat(Files.readAllBytes(file)).isEqualTo(once);
  }

  private static PublishedResult result(String system, double median, String revision) {
    return new PublishedResult(
        "s",
        "e",
        "d",
        system,
        "mse",
        median,
        0.5,
        3,
        0,
        OptionalDouble.of(0.25),
        system.equals("a") ? OptionalDouble.of(1.5) : OptionalDouble.empty(),
        "forecasting",
        revision,
        "2 cores, \"x\"",
        1.25);
  }

  @Test
  void laterRevisionsStandBesideEarlierOnesAndTheTablesShowTheLast() throws IOException {
    Path file = folder.resolve("s.csv");
    PublishedFile.add(List.of(result("a", 1, "r1"), result("b", 2, "r1")), file);
    PublishedFile.add(List.of(result("a", 3, "r2"), result("b", 4, "r2")), file);
    PublishedFile.add(List.of(result("a", 5, "r2")), file);
    assertThat(PublishedFile.read(file))
        .extracting(PublishedResult::median)
        .containsExactly(1.0, 2.0, 4.0, 5.0);
    String text = "Before\n<!-- results: s -->\nold\n<!-- end of results -->\nafter\n";
    String filled = tables().fill(text);
    assertThat(filled)
        .startsWith("Before\n<!-- results: s -->\n\n**s**: d (forecasting)\n\n| system | MSE")
        .contains("| a | 5.000 ± 0.50 (published 1.500) | 3 | 1.3 s |\n")
        .contains("| b | 4.000 ± 0.50 | 3 | 1.3 s |\n")
        .contains("| *floor* | 0.2500 | | |\n")
        .endsWith("\n<!-- end of results -->\nafter\n");
    assertThat(tables().fill(filled)).isEqualTo(filled);
  }

  private TablesInText tables() {
    var metrics = ReportFixture.input().metrics();
    return new TablesInText(new ResultTables(new MetricCatalogue(metrics)), folder);
  }

  @Test
  void filesOfAnotherFormAreRefusedByLine() throws IOException {
    Path file = folder.resolve("s.csv");
    PublishedFile.add(List.of(result("a", 1, "r1")), file);
    String whole = Files.readString(file);
    for (Map.Entry<String, String> wrong :
        Map.of(
                whole.replace("median", "mean"),
                "the columns have to be",
                whole.replace(",1.0,", ",one,"),
                "line 2: not a number",
                whole + "1,2\n",
                "line 3: 2 cells, not 15")
            .entrySet()) {
      Files.writeString(file, wrong.getKey());
      assertThatThrownBy(() -> PublishedFile.read(file))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(wrong.getValue());
    }
    assertThatThrownBy(() -> tables().fill("<!-- results: none -->\n<!-- end of results -->\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("results of none");
  }
}
