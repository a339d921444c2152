package io.ergodic.jobs.command;

import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.bench.IntegrationBenchmark;
import io.ergodic.jobs.bench.Measurement;
import io.ergodic.jobs.bench.ParquetBenchmark;
import io.ergodic.jobs.spark.Sessions;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures this machine at the project's work. */
@Command(
    name = "bench",
    description = "Measure speeds.",
    subcommands = BenchAveragingCommand.class,
    mixinStandardHelpOptions = true)
final class BenchCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "bench what? Known are: bench generate, bench averaging");
  }

  @Command(
      name = "generate",
      description = {
        "Measure the generation of data: right-hand sides and points a second and core at relative",
        "tolerance 1e-10 and 100 points a period, the defect of the samples against a solution at",
        "1e-13, and bytes a second into Parquet."
      },
      mixinStandardHelpOptions = true)
  int generate(
      @Option(names = "--json", description = "One JSON object a line.") boolean json,
      @Option(
              names = "--systems",
              paramLabel = "NAME",
              split = ",",
              description = "Only these systems, separated by commas. Default: all.")
          List<String> systems,
      @Option(
              names = "--seconds",
              paramLabel = "SECONDS",
              defaultValue = "0.3",
              description = "Time to measure each system for. Default: ${DEFAULT-VALUE}.")
          double seconds,
      @Option(
              names = "--points",
              paramLabel = "POINTS",
              defaultValue = "4000000",
              description = "Points to write as Parquet; 0 for none. Default: ${DEFAULT-VALUE}.")
          int points)
      throws IOException {
    if (!(seconds > 0 && seconds <= 3600)) {
      throw new InvalidInputException("--seconds " + seconds + ": must be in (0, 3600]");
    }
    if (points != 0 && (points < 1000 || points > 1_000_000_000)) {
      throw new InvalidInputException("--points " + points + ": must be 0 or 1000 to 1000000000");
    }
    Registry<ChaoticSystem> registry = ChaoticSystem.registry();
    List<ChaoticSystem> chosen =
        systems == null
            ? List.copyOf(registry.all())
            : systems.stream().map(name -> registry.get(name, "--systems")).toList();
    Consumer<Measurement> sink = new MeasurementWriter(spec.commandLine().getOut(), json);
    IntegrationBenchmark benchmark = new IntegrationBenchmark(seconds);
    Stream<ChaoticFlow> flows = chosen.stream().map(ChaoticFlow::standard);
    flows.forEach(flow -> benchmark.run(flow, sink));
    if (points > 0) {
      try (SparkSession session = Sessions.start("ergodic bench")) {
        new ParquetBenchmark(JavaSparkContext.fromSparkContext(session.sparkContext()))
            .run(points, sink);
      }
    }
    return 0;
  }
}
