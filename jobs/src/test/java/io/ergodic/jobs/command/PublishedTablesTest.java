package io.ergodic.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.publication.PublishedFile;
import io.ergodic.evaluation.publication.ResultTables;
import io.ergodic.evaluation.publication.TablesInText;
import io.ergodic.evaluation.report.MetricCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables that the repository shows are those of its own files of results. */
class PublishedTablesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path RESULTS = ROOT.resolve("evaluation/results");

  @Test
  void theTablesAreMadeFromTheFiles() throws IOException {
    TablesInText tables =
        new TablesInText(new ResultTables(new MetricCatalogue(Metric.registry())), RESULTS);
    for (Path text : new Path[] {ROOT.resolve("README.md"), RESULTS.resolve("README.md")}) {
      assertThat(tables.fill(Files.readString(text)))
          .as("%s is stale: ./ergodic publish makes it anew", text)
          .isEqualTo(Files.readString(text));
    }
  }

  @Test
  void everySuiteWithResultsIsShown() throws IOException {
    String index = Files.readString(RESULTS.resolve("README.md"));
    assertThat(PublishedFile.in(RESULTS)).isNotEmpty();
    for (Path file : PublishedFile.in(RESULTS)) {
      String suite = file.getFileName().toString().replace(".csv", "");
      assertThat(index).contains("<!-- results: " + suite + " -->");
    }
  }
}
