package io.ergodic.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.testing.LocalSpark;
import io.ergodic.jobs.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two workers on {@code local[2]}; {@link SlicedAveragingIT} has executors of their own. */
class TransportsTest {
  @TempDir static Path folder;

  private static SparkSession session;
  private static TrainingFixture fixture;

  @BeforeAll
  static void start() {
    session = LocalSpark.start(2);
    fixture =
        new TrainingFixture(JavaSparkContext.fromSparkContext(session.sparkContext()), folder);
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "optimiserState = average",
        "optimiserState = local, outer.name = slow-momentum",
        "optimiserState = reset, data = own",
      })
  void giveTheSameBits(String more) throws IOException {
    String settings = "workers = 2, localSteps = 2, " + more;
    FamilySource source = fixture.cnn("cnn");
    assertThat(fixture.averaged(source, settings + ", transport = jobs"))
        .isEqualTo(fixture.averaged(source, settings + ", transport = standing"));
  }

  @Test
  void giveTheSameBitsWithValidation() throws IOException {
    String settings = "workers = 2, localSteps = 4";
    assertThat(fixture.averaged(fixture.dlinear(), settings + ", transport = jobs"))
        .isEqualTo(fixture.averaged(fixture.dlinear(), settings));
  }

  @Test
  void giveTheSameBitsOfParametersThatAreNotAveraged() throws IOException {
    Segmented source = new Segmented(false);
    String settings = "workers = 2, localSteps = 2";
    assertThat(fixture.averaged(source, settings + ", transport = jobs"))
        .isEqualTo(fixture.averaged(source, settings));
  }

  @Test
  void areChosenByNameAndAreNoPartOfTheIdentity() {
    assertThat(Transport.registry().names()).containsExactlyInAnyOrder("jobs", "standing");
    assertThat(read("workers = 2, transport = jobs").transport()).isEqualTo("jobs");
    assertThat(read("workers = 2").transport()).isEqualTo("standing");
    assertThat(read("workers = 2, transport = jobs").determining())
        .isEqualTo(read("workers = 2").determining());
    assertThatThrownBy(() -> read("workers = 2, transport = job"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("averaging.transport: unknown averaging transport 'job'");
  }

  private static AveragingSettings read(String settings) {
    return AveragingSettings.read(Settings.parse(settings, "averaging"));
  }
}
