package io.ergodic.jobs.command;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.data.DatasetJobs;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.data.GeneratedDataset;
import io.ergodic.jobs.data.Regeneration;
import io.ergodic.jobs.spark.Sessions;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.suite.SuiteFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the datasets of a suite as Parquet without training anything, or makes some again. */
@Command(
    name = "generate",
    description = {
      "Write the datasets that a file defines, all or those named; those that are there stay.",
      "With --from, make datasets again from their manifests and compare every shard's SHA-256."
    },
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
  private static final int NOT_ALL = 2;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "A suite, or a file of conf/datasets.")
  private java.nio.file.Path file;

  @Parameters(index = "1..*", paramLabel = "DATASET", description = "Only these datasets.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set a key of the file; may be given several times.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = {"-o", "--out", "--data"},
      paramLabel = "FOLDER",
      description =
          "Where datasets are kept, on any file system the executors reach. Default: out/datasets;"
              + " with --from nowhere, they are only compared.")
  private String folder;

  @Option(
      names = "--from",
      paramLabel = "MANIFEST",
      description = "A manifest.json, the folder of a dataset, or a folder of datasets.")
  private String from;

  @Option(
      names = "--allow-files",
      description =
          "With --from: read the files of this machine that manifests name. Without it such"
              + " manifests are refused, for who wrote them would choose what is read.")
  private boolean allowFiles;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if ((file == null) == (from == null)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "either a FILE or --from MANIFEST is needed");
    }
    if (from != null) {
      return repeat();
    }
    Map<String, DatasetSpec> known = Suite.datasets(settings());
    List<DatasetSpec> wanted = new ArrayList<>();
    Set<String> chosen =
        new LinkedHashSet<>(
            names.isEmpty() ? known.keySet() : Suite.members(known, names, file.toString()));
    chosen.forEach(name -> wanted.add(known.get(name)));
    if (wanted.isEmpty()) {
      throw new InvalidInputException(file + ": datasets: the file defines none");
    }
    GenerationSummary summary = new GenerationSummary(out());
    try (SparkSession session = Sessions.start("ergodic generate")) {
      JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
      List<GeneratedDataset> made =
          new DatasetJobs(spark, new Path(folder == null ? "out/datasets" : folder))
              .ensure(wanted, summary::add);
      summary.print();
      List<GeneratedDataset> refused =
          made.stream().filter(dataset -> dataset.problem().isPresent()).toList();
      if (refused.size() == made.size()) {
        throw new InvalidInputException(refused.get(0).problem().get());
      }
      return refused.isEmpty() ? 0 : NOT_ALL;
    }
  }

  private Settings settings() {
    return SuiteFile.load(file, overrides);
  }

  private int repeat() throws IOException {
    int different = 0;
    int count = 0;
    try (SparkSession session = Sessions.start("ergodic generate")) {
      JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
      Regeneration regeneration = new Regeneration(spark, allowFiles);
      Path source = new Path(from);
      FileSystem fileSystem = source.getFileSystem(spark.hadoopConfiguration());
      List<Path> manifests = regeneration.manifests(source);
      Path root = folder == null ? beside(manifests.get(0)) : new Path(folder);
      try {
        for (Path manifest : manifests) {
          List<String> differences = regeneration.repeat(manifest, root);
          count++;
          different += differences.isEmpty() ? 0 : 1;
          String verdict =
              differences.isEmpty()
                  ? "the same bits"
                  : "DIFFERS: " + String.join("; ", differences);
          out().println(manifest.getParent().getName() + ": " + verdict);
          out().flush();
          if (folder == null) {
            fileSystem.delete(root, true);
          }
        }
      } finally {
        if (folder == null) {
          fileSystem.delete(root, true);
        }
      }
    }
    out().println((count - different) + " of " + count + " datasets made again to the same bits");
    out().flush();
    return different == 0 ? 0 : NOT_ALL;
  }

  private static Path beside(Path manifest) {
    return new Path(manifest.getParent().getParent(), ".again-" + UUID.randomUUID());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
