package io.ergodic.jobs.verify;

import io.ergodic.datasets.invariant.FactTable;
import io.ergodic.datasets.invariant.Status;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.evaluation.publication.PublishedResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A verification of chaotic systems in the form in which results of suites are kept: the suite is
 * {@code chaos}, a dataset a kind of systems, the spread one standard error of the value.
 */
public final class VerifiedResults {
  /** Name of the suite. */
  public static final String SUITE = "chaos";

  private static final String PROTOCOL = "verify chaos; ± is one standard error";

  private VerifiedResults() {}

  /** Whether a folder is the output of a verification. */
  public static boolean in(String folder, Configuration configuration) throws IOException {
    Path table = table(folder);
    return table.getFileSystem(configuration).exists(table);
  }

  /**
   * All systems of a verification, in the order of the table.
   *
   * @param machine class of machine it ran on
   * @throws InvalidInputException where the table is not as {@link VerificationTables} writes it
   */
  public static List<PublishedResult> read(
      String folder, Configuration configuration, String machine) throws IOException {
    Path table = table(folder);
    FileSystem fileSystem = table.getFileSystem(configuration);
    try (InputStream stream = fileSystem.open(table)) {
      List<PublishedResult> results = new ArrayList<>();
      for (Map<String, String> row : FactTable.read(stream, table.toString())) {
        results.add(result(row, machine, "lyapunov_max", "lambda_max"));
        results.add(result(row, machine, "kaplan_yorke", "kaplan_yorke"));
        results.add(result(row, machine, "correlation_dimension", "correlation_dimension"));
      }
      return results;
    } catch (NumberFormatException | NullPointerException wrong) {
      throw new InvalidInputException(
          table + ": not a table of ergodic verify chaos: " + wrong.getMessage(), wrong);
    }
  }

  private static PublishedResult result(
      Map<String, String> row, String machine, String metric, String column) {
    String published = row.getOrDefault("published_" + column, "");
    boolean failed = row.get("status").equals(Status.FAILED.label());
    return new PublishedResult(
        SUITE,
        "invariants",
        row.get("kind"),
        row.get("system"),
        metric,
        FactTable.number(row.get(column)),
        FactTable.number(row.get(column + "_se")),
        1,
        failed ? 1 : 0,
        OptionalDouble.empty(),
        published.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(FactTable.number(published)),
        PROTOCOL,
        row.get("revision"),
        machine,
        FactTable.number(row.get("seconds")));
  }

  private static Path table(String folder) {
    return new Path(folder, "invariants.csv");
  }
}
