package io.ergodic.evaluation.metric;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;

/** What the catalogue says of a metric; the kinds of metric below it say how it is computed. */
public interface Metric extends Named {
  /** How it is written in tables, e.g. {@code D_stsp}. */
  String title();

  /** One sentence: definition, variant, unit, source. */
  String description();

  /** The task whose protocol computes it: reconstruction, forecasting or classification. */
  String task();

  Direction direction();

  static Registry<Metric> registry() {
    return Registry.load(Metric.class, "metric");
  }
}
