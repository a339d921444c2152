package io.ergodic.jobs.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.evaluation.publication.PublishedResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifiedResultsTest {
  private static final String HEADER =
      "system,kind,status,lambda_max,lambda_max_se,kaplan_yorke,kaplan_yorke_se,"
          + "published_lambda_max,independent_lambda_max,correlation_dimension,"
          + "correlation_dimension_se,seconds,reason,revision\n";

  @TempDir private Path folder;

  private List<PublishedResult> read(String rows) throws IOException {
    Files.writeString(folder.resolve("invariants.csv"), HEADER + rows);
    assertThat(VerifiedResults.in(folder.toString(), new Configuration())).isTrue();
    return VerifiedResults.read(folder.toString(), new Configuration(), "a laptop");
  }

  @Test
  void aSystemIsAResultForEachInvariant() throws IOException {
    List<PublishedResult> results =
        read(
            "Lorenz,flow,chaotic,0.9,0.01,2.06,0.001,0.8917,0.905,2.05,0.02,12.5,,abc\n"
                + "Henon,map,chaotic,0.42,0.01,1.25,0.001,,0.419,1.2,0.02,1,,abc\n");
    assertThat(results).hasSize(6);
    PublishedResult lorenz = results.get(0);
    assertThat(lorenz.suite()).isEqualTo("chaos");
    assertThat(lorenz.dataset()).isEqualTo("flow");
    assertThat(lorenz.system()).isEqualTo("Lorenz");
    assertThat(lorenz.metric()).isEqualTo("lyapunov_max");
    assertThat(lorenz.median()).isEqualTo(0.9);
    assertThat(lorenz.spread()).isEqualTo(0.01);
    assertThat(lorenz.published()).hasValue(0.8917);
    assertThat(lorenz.failures()).isZero();
    assertThat(lorenz.seconds()).isEqualTo(12.5);
    assertThat(lorenz.machine()).isEqualTo("a laptop");
    assertThat(results.get(1).metric()).isEqualTo("kaplan_yorke");
    assertThat(results.get(1).published()).isEmpty();
    // An independent computation is no publication.
    assertThat(results.get(3).published()).isEmpty();
  }

  @Test
  void aFailedSystemHasNoValue() throws IOException {
    PublishedResult failed = read("Bad,flow,failed,,,,,1.5,,,,3,diverged,abc\n").get(0);
    assertThat(failed.failures()).isEqualTo(1);
    assertThat(failed.median()).isNaN();
    assertThat(failed.published()).hasValue(1.5);
  }

  @Test
  void anotherTableIsRefused() throws IOException {
    assertThatThrownBy(() -> read("Lorenz,flow,chaotic\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("invariants.csv");
    Files.writeString(folder.resolve("invariants.csv"), "a,b\n1,2\n");
    assertThatThrownBy(
            () -> VerifiedResults.read(folder.toString(), new Configuration(), "a laptop"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not a table of ergodic verify chaos");
  }
}
