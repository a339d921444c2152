package io.ergodic.datasets.invariant;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The verified table that ships with the project, {@code catalogue.csv}: as {@code ergodic verify
 * chaos} wrote it, with its provenance in {@code catalogue.json} beside it.
 */
public final class VerifiedCatalogue {
  private static final Map<String, Entry> ENTRIES = load();

  private VerifiedCatalogue() {}

  /**
   * What is known of a system at its standard parameters.
   *
   * @param kind such as {@code flow} or {@code map}
   * @param status {@code chaotic}, {@code regular}, {@code undecided} or {@code failed}
   * @param largest Lyapunov exponent per unit of model time, of a map per iteration
   * @param spectrum exponents in descending order
   * @param reason why it is undecided or failed, or not as precise as aimed at; else empty
   */
  public record Entry(
      String system,
      String kind,
      int dimension,
      String status,
      Estimate largest,
      List<Double> spectrum,
      Estimate kaplanYorke,
      String reason) {}

  /** All systems by name. */
  public static Map<String, Entry> entries() {
    return ENTRIES;
  }

  public static Optional<Entry> of(String system) {
    return Optional.ofNullable(ENTRIES.get(system));
  }

  private static Map<String, Entry> load() {
    Map<String, Entry> entries = new TreeMap<>();
    for (Map<String, String> row : FactTable.read(VerifiedCatalogue.class, "catalogue.csv")) {
      String spectrum = row.get("spectrum");
      Entry entry =
          new Entry(
              row.get("system"),
              row.get("kind"),
              Integer.parseInt(row.get("dimension")),
              row.get("status"),
              estimate(row, "lambda_max"),
              spectrum.isEmpty()
                  ? List.of()
                  : Arrays.stream(spectrum.split(" ")).map(Double::valueOf).toList(),
              estimate(row, "kaplan_yorke"),
              row.get("reason"));
      entries.put(entry.system(), entry);
    }
    return Collections.unmodifiableMap(entries);
  }

  private static Estimate estimate(Map<String, String> row, String column) {
    return new Estimate(
        FactTable.number(row.get(column)), FactTable.number(row.get(column + "_se")));
  }
}
