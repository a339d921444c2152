package io.ergodic.evaluation.metric;

import io.ergodic.datasets.registry.Registry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Single metrics and those of providers; kept by class loader, for jars may bring their own. */
final class MetricRegistry {
  private static final Map<ClassLoader, Registry<Metric>> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private MetricRegistry() {}

  static Registry<Metric> metrics() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader == null ? load() : KNOWN.computeIfAbsent(loader, own -> load());
  }

  private static Registry<Metric> load() {
    List<Metric> metrics = new ArrayList<>(Registry.providers(Metric.class, "metric"));
    Registry.providers(MetricProvider.class, "metric")
        .forEach(provider -> metrics.addAll(provider.metrics()));
    return Registry.of("metric", metrics);
  }
}
