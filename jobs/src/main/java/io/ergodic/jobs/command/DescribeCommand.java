package io.ergodic.jobs.command;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import io.ergodic.datasets.file.FileDescriber;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.ManifestJson;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.data.DatasetReader;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.result.RunResults;
import io.ergodic.jobs.spark.HadoopSettings;
import io.ergodic.jobs.suite.SuiteFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a folder of ours holds, a dataset or the results of a suite, or what a file would. */
@Command(
    name = "describe",
    description = {
      "Describe a dataset folder, the output folder of a suite, or a raw file: what would be read",
      "of it, what is left out or refused, and why."
    },
    mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
  private static final int FAILURES_SHOWN = 20;

  @Parameters(
      index = "0",
      paramLabel = "PATH",
      description = "A dataset or output folder, or a file such as data.csv.")
  private String folder;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "How a raw file is to be read, as in a suite: separator=tab, times.sort=true.")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--verify", description = "Compare every shard with its SHA-256.")
  private boolean verify;

  @Option(names = "--json", description = "Print a dataset's manifest as it is.")
  private boolean json;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Configuration configuration = HadoopSettings.given();
    Path path = new Path(folder);
    FileSystem fileSystem = path.getFileSystem(configuration);
    if (!fileSystem.exists(path)) {
      throw new InvalidInputException(folder + ": no such file or folder");
    }
    if (fileSystem.getFileStatus(path).isFile()) {
      file(path.getName());
      return 0;
    }
    if (fileSystem.exists(new Path(path, Manifest.FILE))) {
      dataset(path, new DatasetReader(configuration));
    } else {
      OutputFolder output = new OutputFolder(folder, configuration);
      output.provenance().forEach((key, value) -> line(key, value));
      Leaderboards.print(new RunResults(output, configuration).records(), System.out);
    }
    return 0;
  }

  private void file(String name) throws IOException {
    List<FileDescriber> fitting =
        FileDescriber.registry().all().stream().filter(each -> each.reads(name)).toList();
    if (fitting.isEmpty()) {
      throw new InvalidInputException(
          folder
              + ": nothing here describes such a file; known are those of "
              + FileDescriber.registry().all().stream()
                  .map(FileDescriber::name)
                  .collect(Collectors.joining(", ")));
    }
    Config config =
        ConfigFactory.empty()
            .withValue("path", ConfigValueFactory.fromAnyRef(folder))
            .withFallback(SuiteFile.overrides(settings));
    fitting.get(0).describe(Settings.of(config).at(name), this::line);
  }

  private void dataset(Path path, DatasetReader reader) throws IOException {
    Manifest manifest = reader.manifest(path);
    if (json) {
      spec.commandLine().getOut().println(ManifestJson.write(manifest));
    } else {
      line("dataset", manifest.name());
      line("source", manifest.source() + " (revision " + manifest.revision() + ")");
      line("hash", manifest.hash());
      line("seed", manifest.seed());
      line("settings", manifest.settings());
      line("kind", manifest.schema().kind());
      if (manifest.schema().dimension() > 0) {
        line("dimension", manifest.schema().dimension());
      }
      if (!manifest.schema().sizes().isEmpty()) {
        line("sizes", manifest.schema().sizes());
      }
      line("properties", manifest.schema().properties());
      manifest
          .splits()
          .forEach(
              (split, count) ->
                  line(
                      split,
                      count.series() == count.samples()
                          ? count.samples() + " examples"
                          : count.series() + " series, " + count.samples() + " samples"));
      manifest.notes().forEach(note -> line("note", note));
      if (!manifest.schema().parameters().isEmpty()) {
        line("varied", "parameters of each series: " + manifest.schema().parameters());
      }
      int failed = manifest.failures().size();
      manifest.failures().stream()
          .limit(FAILURES_SHOWN)
          .forEach(failure -> line("failed", failure.describe()));
      if (failed > FAILURES_SHOWN) {
        line("failed", (failed - FAILURES_SHOWN) + " more; --json has all");
      }
      long bytes = manifest.shards().stream().mapToLong(shard -> shard.bytes()).sum();
      line("shards", manifest.shards().size() + ", " + bytes + " bytes");
    }
    if (verify) {
      reader.verify(path);
      line("verified", "all shards are as written");
    }
  }

  private void line(String label, Object value) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%-12s %s%n", label, value);
    out.flush();
  }
}
