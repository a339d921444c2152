package io.ergodic.evaluation.metric;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** What the catalogue says of a metric; the kinds of metric below it say how it is computed. */
public interface Metric extends Named {
  /** How it is written in tables, e.g. {@code D_stsp}. */
  String title();

  /** One sentence: definition, variant, unit, source. */
  String description();

  /** The task whose protocol computes it: reconstruction, forecasting or classification. */
  String task();

  Direction direction();

  /** All metrics of all {@link MetricProvider}s. */
  static Registry<Metric> registry() {
    List<Metric> metrics = new ArrayList<>();
    for (MetricProvider provider :
        ServiceLoader.load(MetricProvider.class, MetricProvider.class.getClassLoader())) {
      metrics.addAll(provider.metrics());
    }
    return Registry.of("metric", metrics);
  }
}
