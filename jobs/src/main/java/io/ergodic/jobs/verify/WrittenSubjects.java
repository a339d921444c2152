package io.ergodic.jobs.verify;

import io.ergodic.datasets.chaos.KnownFlow;
import io.ergodic.datasets.invariant.FlowSubjects;
import io.ergodic.datasets.invariant.Subject;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.NearestName;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.suite.SuiteFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Systems that a file writes down, as subjects of verification: its datasets whose source knows the
 * flow behind it ({@code ode}, {@code flow}), each under the name of the dataset.
 */
public final class WrittenSubjects {
  private WrittenSubjects() {}

  /**
   * The datasets named, or all for an empty list, by name.
   *
   * @throws InvalidInputException for equations that cannot be read, or a file without any
   */
  public static Map<String, DatasetSpec> read(Path file, List<String> names) {
    Map<String, DatasetSpec> known = new TreeMap<>(Suite.datasets(SuiteFile.load(file, List.of())));
    known.values().removeIf(spec -> !(source(spec) instanceof KnownFlow));
    if (known.isEmpty()) {
      throw new InvalidInputException(
          file + ": datasets: none of source ode, whose equations could be verified");
    }
    for (String name : names) {
      if (!known.containsKey(name)) {
        throw new InvalidInputException(
            "--systems: no system '"
                + name
                + "' in "
                + file
                + "; "
                + NearestName.hint(name, known.keySet()));
      }
    }
    if (!names.isEmpty()) {
      known.keySet().retainAll(names);
    }
    known.values().forEach(WrittenSubjects::subject);
    return known;
  }

  /** The system behind a dataset. */
  public static Subject subject(DatasetSpec spec) {
    Settings settings = Settings.parse(spec.settings(), spec.path());
    return FlowSubjects.subject(spec.name(), ((KnownFlow) source(spec)).flow(settings));
  }

  private static DatasetSource source(DatasetSpec spec) {
    return DatasetSource.registry().get(spec.source(), spec.path());
  }
}
