package io.ergodic.evaluation.metric;

import io.ergodic.datasets.registry.PerLoader;
import io.ergodic.datasets.registry.Registry;
import java.util.ArrayList;
import java.util.List;

/** Single metrics and those of providers. */
final class MetricRegistry {
  private static final PerLoader<Registry<Metric>> KNOWN = new PerLoader<>(MetricRegistry::load);

  private MetricRegistry() {}

  static Registry<Metric> metrics() {
    return KNOWN.get();
  }

  private static Registry<Metric> load() {
    List<Metric> metrics = new ArrayList<>(Registry.providers(Metric.class, "metric"));
    List<MetricProvider> providers = Registry.providers(MetricProvider.class, "metric");
    providers.forEach(provider -> metrics.addAll(provider.metrics()));
    return Registry.<Metric>of("metric", metrics)
        .with(
            name ->
                providers.stream()
                    .flatMap(provider -> provider.named(name).stream())
                    .map(Metric.class::cast)
                    .findFirst());
  }
}
