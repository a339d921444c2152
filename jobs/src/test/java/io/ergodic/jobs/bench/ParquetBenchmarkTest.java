package io.ergodic.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.jobs.testing.LocalSpark;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class ParquetBenchmarkTest {
  @Test
  void measuresAWholeDatasetAndItsShareOfIntegration() throws Exception {
    Map<String, Double> values = new TreeMap<>();
    try (SparkSession session = LocalSpark.start(2)) {
      new ParquetBenchmark(32_000)
          .run(
              JavaSparkContext.fromSparkContext(session.sparkContext()),
              measurement -> {
                assertThat(measurement.measured()).isEqualTo("Lorenz, 2 tasks at a time");
                values.put(measurement.bench(), measurement.value());
              });
    }
    assertThat(values)
        .containsOnlyKeys(
            "parquet-samples",
            "parquet-seconds",
            "parquet-points",
            "parquet-points-core",
            "parquet-written",
            "parquet-values",
            "parquet-size",
            "parquet-integrating")
        .allSatisfy((bench, value) -> assertThat(value).isPositive());
    assertThat(values.get("parquet-samples")).isEqualTo(32_000);
    // doubles of a chaotic trajectory can hardly be compressed
    assertThat(values.get("parquet-size")).isBetween(0.5, 1.2);
    assertThat(values.get("parquet-integrating")).isLessThan(1.0);
  }
}
