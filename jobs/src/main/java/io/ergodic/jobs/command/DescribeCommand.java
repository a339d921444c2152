package io.ergodic.jobs.command;

import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.ManifestJson;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.data.DatasetReader;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.result.RunResults;
import io.ergodic.jobs.spark.HadoopSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a folder of ours holds: a dataset or the results of a suite. */
@Command(
    name = "describe",
    description = "Describe a dataset folder or the output folder of a suite.",
    mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
  private static final int FAILURES_SHOWN = 20;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "A dataset or output folder.")
  private String folder;

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
      throw new InvalidInputException(folder + ": no such folder");
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
