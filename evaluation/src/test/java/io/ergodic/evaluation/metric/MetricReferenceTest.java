package io.ergodic.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ergodic.datasets.task.Classification;
import io.ergodic.datasets.task.Forecasting;
import io.ergodic.datasets.task.OperatorTask;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.operator.FunctionPairs;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.evaluation.result.Score;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every metric has the value that an independent implementation gives, through its protocol. */
class MetricReferenceTest {
  private static final JsonNode REFERENCES = ReferenceData.references();

  static Collection<String> metrics() {
    return Metric.registry().names();
  }

  /** A new metric needs a value in metric_references.py. */
  @Test
  void everyRegisteredMetricHasAReference() {
    Set<String> stored = new TreeSet<>();
    REFERENCES.fieldNames().forEachRemaining(stored::add);
    assertThat(new TreeSet<>(metrics())).hasSizeGreaterThan(15).isEqualTo(stored);
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void theValueIsThatOfAnIndependentImplementation(String name) {
    Metric metric = Metric.registry().get(name, "test");
    Score score = Score.of(name, metric.revision(), metric.value(evidence(metric)));
    JsonNode reference = REFERENCES.path(name);
    assertThat(score.value())
        .isCloseTo(
            reference.path("value").doubleValue(),
            within(reference.path("tolerance").doubleValue()));
  }

  private static Evidence evidence(Metric metric) {
    Protocol protocol = Protocol.registry().get(metric.task(), "test");
    return switch (metric.task()) {
      case "reconstruction" ->
          protocol.observe(
              new ReferenceData.Henon(1.12), ReferenceData.orbits(), new Reconstruction(), 1);
      case "forecasting" ->
          protocol.observe(
              new ReferenceData.HalfAsFast(4, 3, 2),
              ReferenceData.waves(),
              new Forecasting(4, 3),
              1);
      case "classification" ->
          protocol.observe(
              new ReferenceData.ByNumber(), ReferenceData.labels(), new Classification(), 1);
      case "operator" ->
          Evidence.without(ReferenceData.waves(), new OperatorTask(), 1)
              .with(FunctionPairs.class, asked -> ReferenceData.functions());
      default -> throw new IllegalArgumentException("no reference data for " + metric.task());
    };
  }
}
