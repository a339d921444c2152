package io.ergodic.jobs.bench.averaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.jobs.bench.Measurement;
import io.ergodic.jobs.testing.LocalSpark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OverheadBenchmarkTest {
  @Test
  @Tag("long")
  void everyEngineIsMeasuredAndTheNumbersFitTogether() throws IOException {
    List<Measurement> all = new ArrayList<>();
    try (SparkSession session = LocalSpark.start(2)) {
      JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
      new AveragingBenchmark(spark, all::add)
          .run(new AveragingBenchmark.Extent(Set.of("overhead"), 2, 1, 20, Optional.empty()));
    }
    Map<String, Double> values =
        all.stream()
            .collect(Collectors.toMap(m -> m.bench() + ": " + m.measured(), Measurement::value));
    assertThat(values.get("cores: local[2]")).isEqualTo(2);
    double plain = values.get("round: one-machine, H = 2") / 2;
    for (String engine : List.of("ergodic", "dl4j-export", "dl4j-direct")) {
      double round = values.get("round: " + engine);
      assertThat(values.get("overhead: " + engine)).isCloseTo(round - plain, within(1e-9));
      assertThat(round)
          .isBetween(values.get("round-lowest: " + engine), values.get("round-highest: " + engine));
      // 738 parameters, twice as many moments of Adam and its count, from each of two workers
      assertThat(values.get("received: perceptron, " + engine))
          .isBetween(2 * 3 * 738 * 4.0, 2 * (3 * 738 + 2) * 4.0);
    }
    assertThat(values.get("overhead-ratio: dl4j-direct / ergodic"))
        .isEqualTo(values.get("overhead: dl4j-direct") / values.get("overhead: ergodic"));
    // parameters and velocities
    assertThat(values.get("received: perceptron, ergodic, H = 1, sgd"))
        .isEqualTo(2 * 2 * 738 * 4.0);
  }
}
