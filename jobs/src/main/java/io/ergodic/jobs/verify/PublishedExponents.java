package io.ergodic.jobs.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
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

  private static Map<String, Entry> load() {
    Map<String, Entry> entries = new TreeMap<>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                PublishedExponents.class.getResourceAsStream("published.csv"),
                StandardCharsets.UTF_8))) {
      boolean header = true;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        if (!header) {
          String[] cells = line.split(",", -1);
          entries.put(cells[0], new Entry(number(cells[1]), number(cells[2]), number(cells[3])));
        }
        header = false;
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return entries;
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }
}
