package io.ergodic.jobs.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.suite.Suite;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
  @Test
  void enginesAreNamedWithTheirVersions() {
    String text =
        """
        name = small
        datasets.lorenz { source = flow, system = Lorenz }
        systems.nvar {}
        experiments.chaos { task = reconstruction, datasets = [lorenz], systems = [nvar] }
        tracking.uri = "http://somewhere:5000"
        """;
    Suite suite = Suite.read(Settings.parse(text, ""));
    Map<String, String> facts =
        Provenance.of(
            suite,
            Map.of("lorenz", List.of("column a is left out: it holds text", "sorted.")),
            new SparkConf(false));
    assertThat(facts).containsEntry("Data lorenz", "column a is left out: it holds text. sorted.");
    assertThat(facts.get("ND4J")).matches("\\d+\\.\\d+.*");
    assertThat(facts.get("libtorch")).matches("\\d+\\.\\d+.*");
    assertThat(suite.tracking()).isPresent();
    assertThat(suite.resolved()).doesNotContain("somewhere");
  }
}
