package io.ergodic.jobs.command;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.NearestName;
import io.ergodic.jobs.bench.Measurement;
import io.ergodic.jobs.bench.averaging.AveragingBenchmark;
import io.ergodic.jobs.spark.Sessions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench averaging}. */
@Command(
    name = "averaging",
    description = {
      "Measure what parameter averaging costs. Overhead: milliseconds of a round",
      "above pure compute, for this engine and for dl4j-spark's Direct and Export",
      "side by side (738 parameters, 8 rounds an epoch, 2 workers), and where time",
      "and bytes go. Efficiency: two workers against one machine (one thread) for",
      "a CNN of 1 M and a transformer of 10 M parameters. Model: rounds of 2, 4 and",
      "8 workers beside what constants measured on 1 and 2 say of them, and what",
      "they say of 64 and 1000 executors on 10 Gb/s. Memory: over many rounds.",
      "Also on a cluster, if all its processes see this machine's temporary folder."
    },
    mixinStandardHelpOptions = true)
final class BenchAveragingCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Option(names = "--markdown", description = "One table in Markdown, at the end.")
  private boolean markdown;

  @Option(
      names = "--only",
      paramLabel = "PART",
      split = ",",
      description = "Only these of overhead, efficiency, model, memory. Default: all.")
  private List<String> only;

  @Option(
      names = "--local-steps",
      paramLabel = "H",
      defaultValue = "5",
      description = "H of the overhead part. Default: ${DEFAULT-VALUE}, as in dl4j-spark.")
  private int localSteps;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "5",
      description = "Repeats of every measurement. Default: ${DEFAULT-VALUE}.")
  private int repeats;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "500",
      description = "Rounds that memory is watched over. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Draw memory over rounds into this SVG file.")
  private Path plot;

  @Override
  public Integer call() throws Exception {
    if (json && markdown) {
      throw new InvalidInputException("--json and --markdown: choose one");
    }
    if (localSteps < 1 || localSteps > 10_000) {
      throw new InvalidInputException("--local-steps " + localSteps + ": must be 1 to 10000");
    }
    if (repeats < 1 || repeats > 1000) {
      throw new InvalidInputException("--repeats " + repeats + ": must be 1 to 1000");
    }
    if (rounds < 20 || rounds > 1_000_000) {
      throw new InvalidInputException("--rounds " + rounds + ": must be 20 to 1000000");
    }
    Set<String> parts = new LinkedHashSet<>(only == null ? AveragingBenchmark.PARTS : only);
    for (String part : parts) {
      if (!AveragingBenchmark.PARTS.contains(part)) {
        throw new InvalidInputException(
            "--only " + part + ": " + NearestName.hint(part, AveragingBenchmark.PARTS));
      }
    }
    AveragingBenchmark.Extent extent =
        new AveragingBenchmark.Extent(
            parts, localSteps, repeats, rounds, Optional.ofNullable(plot));
    PrintWriter out = spec.commandLine().getOut();
    if (markdown) {
      try (MarkdownTable table = new MarkdownTable(out)) {
        measure(extent, table);
      }
    } else {
      measure(extent, new MeasurementWriter(out, json));
    }
    return 0;
  }

  private static void measure(AveragingBenchmark.Extent extent, Consumer<Measurement> sink)
      throws IOException {
    try (SparkSession session = Sessions.start("ergodic bench averaging")) {
      new AveragingBenchmark(JavaSparkContext.fromSparkContext(session.sparkContext()), sink)
          .run(extent);
    }
  }
}
