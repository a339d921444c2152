package io.ergodic.jobs.command;

import io.ergodic.datasets.settings.FileLocation;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.file.LocalCopy;
import io.ergodic.jobs.spark.HadoopSettings;
import io.ergodic.jobs.suite.SuiteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands that read a suite take. */
final class SuiteOptions {
  @Parameters(
      index = "0",
      paramLabel = "SUITE",
      description =
          "A suite file, such as conf/suites/quickstart.conf; with a scheme on any file system.")
  private String file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set a key of the suite; may be given several times.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "out/datasets",
      description =
          "Where datasets are kept, on any file system the executors reach. Default: ${DEFAULT-VALUE}.")
  private String data;

  /** The suite with what {@code --set} gives and, over that, more of its kind. */
  Settings settings(String... more) {
    List<String> all = new ArrayList<>(overrides);
    all.addAll(List.of(more));
    if (!FileLocation.isAddress(file)) {
      return SuiteFile.load(Path.of(file), all);
    }
    // It may include those beside it.
    try (LocalCopy copy = LocalCopy.of("SUITE", file, ".conf", HadoopSettings.given())) {
      try {
        return SuiteFile.load(copy.path(), all);
      } catch (InvalidInputException wrong) {
        throw new InvalidInputException(
            wrong.getMessage().replace(copy.path().toString(), file), wrong);
      }
    } catch (IOException unreadable) {
      throw new InvalidInputException(file + ": " + unreadable.getMessage(), unreadable);
    }
  }

  String data() {
    return data;
  }
}
