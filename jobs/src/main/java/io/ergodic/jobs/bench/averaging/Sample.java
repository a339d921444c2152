package io.ergodic.jobs.bench.averaging;

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
    int half = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(half)
        : (values.get(half - 1) + values.get(half)) / 2;
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
