package io.ergodic.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IntegrationBenchmarkTest {
  @Test
  void measuresSpeedsThatFitTogetherAndTheDefect() {
    Map<String, Double> values = new TreeMap<>();
    ChaoticFlow lorenz = ChaoticFlow.read(Settings.parse("system = Lorenz", ""));
    new IntegrationBenchmark(List.of(lorenz), 0.02)
        .run(
            measurement -> {
              assertThat(measurement.measured()).isEqualTo("Lorenz");
              values.put(measurement.bench(), measurement.value());
            });
    assertThat(values)
        .containsOnlyKeys("right-hand-sides", "points", "evaluations-per-point", "defect", "error");
    assertThat(values.get("points")).isPositive();
    assertThat(values.get("right-hand-sides") / values.get("points"))
        .isEqualTo(values.get("evaluations-per-point"));
    // a Dormand-Prince step has six evaluations, and steps at 1e-10 are shorter than the spacing
    assertThat(values.get("evaluations-per-point")).isBetween(6.0, 100.0);
    assertThat(values.get("defect")).isBetween(1e-14, 1e-8);
    assertThat(values.get("error")).isBetween(1e-14, 1e-6);
  }
}
