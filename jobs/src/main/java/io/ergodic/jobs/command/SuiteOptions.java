package io.ergodic.jobs.command;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.suite.SuiteFile;
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
      description = "A suite file, such as conf/suites/quickstart.conf.")
  private Path file;

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
    return SuiteFile.load(file, all);
  }

  Path file() {
    return file;
  }

  String data() {
    return data;
  }
}
