package io.ergodic.jobs.verify;

import io.ergodic.datasets.invariant.FactTable;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Largest Lyapunov exponents that others give for systems of these names; the resource {@code
 * published.csv} names its sources in its first lines.
 */
public final class PublishedExponents {
  private static final Map<String, Entry> ENTRIES = load();

  private PublishedExponents() {}

  /**
   * @param published as stored in the public database; NaN if it has none
   * @param independent an independent check; NaN where there is none
   * @param independentError its standard error
   */
  public record Entry(double published, double independent, double independentError) {}

  public static Optional<Entry> of(String system) {
    return Optional.ofNullable(ENTRIES.get(system));
  }

  /** The systems of the public database, by name. */
  public static Set<String> systems() {
    return Collections.unmodifiableSet(ENTRIES.keySet());
  }

  private static Map<String, Entry> load() {
    Map<String, Entry> entries = new TreeMap<>();
    for (Map<String, String> row : FactTable.read(PublishedExponents.class, "published.csv")) {
      entries.put(
          row.get("system"),
          new Entry(
              FactTable.number(row.get("published_lambda_max")),
              FactTable.number(row.get("independent_lambda_max")),
              FactTable.number(row.get("independent_error"))));
    }
    return entries;
  }
}
