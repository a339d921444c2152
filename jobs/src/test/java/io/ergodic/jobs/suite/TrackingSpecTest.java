package io.ergodic.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackingSpecTest {
  private static Optional<TrackingSpec> read(String text) {
    return TrackingSpec.read(Settings.parse(text, "tracking"), "mine");
  }

  @Test
  void trackingIsOffUnlessAServerIsNamed() {
    assertThat(read("")).isEmpty();
    assertThat(read("experiment = nightly")).isEmpty();
    assertThat(read("uri = \"http://host:5000/\""))
        .contains(new TrackingSpec("http://host:5000", "mine"));
    assertThat(read("uri = \"https://host/mlflow\", experiment = nightly"))
        .contains(new TrackingSpec("https://host/mlflow", "nightly"));
  }

  @ParameterizedTest
  @CsvSource({
    "uri = \"file:/tmp/mlruns\", MLflow server",
    "uri = \"http://a b\", MLflow server",
    "uri = \"http://ada:secret@host\", MLFLOW_TRACKING_PASSWORD",
    "url = \"http://host\", did you mean 'uri'",
  })
  void whatIsNoServerIsRefused(String text, String hint) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("tracking.ur")
        .hasMessageContaining(hint)
        .hasMessageNotContaining("secret");
  }
}
