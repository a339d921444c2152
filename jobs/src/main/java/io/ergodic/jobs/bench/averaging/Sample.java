package io.ergodic.jobs.bench.averaging;

import io.ergodic.datasets.scale.Median;
import java.util.List;

/** Repeated measurements of one thing; never empty. */
record Sample(List<Double> values) {
  Sample {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no measurements");
    }
    values = values.stream().sorted().toList();
  }

  double median() {
    return Median.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  double lowest() {
    return values.get(0);
  }

  double highest() {
    return values.get(values.size() - 1);
  }

  Sample plus(double offset) {
    return new Sample(values.stream().map(value -> value + offset).toList());
  }
}
