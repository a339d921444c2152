package io.ergodic.jobs.command;

import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.bench.Benchmark;
import io.ergodic.jobs.bench.EnergyBenchmark;
import io.ergodic.jobs.bench.FineSetBenchmark;
import io.ergodic.jobs.bench.IntegrationBenchmark;
import io.ergodic.jobs.bench.LaneBenchmark;
import io.ergodic.jobs.bench.ParquetBenchmark;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the generation of data. */
@Command(
    name = "generate",
    description = {
      "Measure the generation of data, a line a measurement. Speeds are per second of processor",
      "time, which does not depend on what else the machine does. The cases are:",
      "  speed     right-hand sides and points a second and core at relative tolerance 1e-10 and",
      "            100 points a period, and the defect of samples against a solution at 1e-13",
      "  lanes     the same for 64 trajectories in vector lanes, where equations allow it",
      "  energy    the error of the energy of Hamiltonian systems, by method",
      "  fine-set  seconds for 1200 points of every system of the public database, on all cores",
      "            and on one, and the slowest ten",
      "  parquet   points and bytes a second through Spark into Parquet, and the share of",
      "            processor time spent integrating"
    },
    mixinStandardHelpOptions = true)
final class BenchGenerateCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--json", description = "One JSON object a line: bench, case, value, unit.")
  private boolean json;

  @Option(
      names = "--cases",
      paramLabel = "CASE",
      split = ",",
      description = "Only these cases, separated by commas. Default: all.")
  private List<String> cases;

  @Option(
      names = "--systems",
      paramLabel = "NAME",
      split = ",",
      description = "Only these systems for speed and lanes. Default: all.")
  private List<String> systems;

  @Option(
      names = "--seconds",
      paramLabel = "SECONDS",
      defaultValue = "0.3",
      description = "Time to measure each system for. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(
      names = "--points",
      paramLabel = "POINTS",
      defaultValue = "4000000",
      description = "Points to write as Parquet; 0 for none. Default: ${DEFAULT-VALUE}.")
  private int points;

  @Override
  public Integer call() throws IOException {
    if (!(seconds > 0 && seconds <= 3600)) {
      throw new InvalidInputException("--seconds " + seconds + ": must be in (0, 3600]");
    }
    if (points != 0 && (points < 1000 || points > 1_000_000_000)) {
      throw new InvalidInputException("--points " + points + ": must be 0 or 1000 to 1000000000");
    }
    Registry<ChaoticSystem> registry = ChaoticSystem.registry();
    List<ChaoticFlow> flows =
        (systems == null
                ? registry.all().stream()
                : systems.stream().map(name -> registry.get(name, "--systems")))
            .map(ChaoticFlow::standard)
            .toList();
    Map<String, Benchmark> known = new LinkedHashMap<>();
    // the first time a virtual machine makes the set counts too, so it comes first
    known.put("fine-set", new FineSetBenchmark());
    known.put("speed", new IntegrationBenchmark(flows, seconds));
    known.put("lanes", new LaneBenchmark(flows, seconds));
    known.put("energy", new EnergyBenchmark());
    known.put("parquet", points == 0 ? sink -> {} : new ParquetBenchmark(points));
    List<String> chosen = cases == null ? List.copyOf(known.keySet()) : cases;
    for (String name : chosen) {
      if (!known.containsKey(name)) {
        throw new InvalidInputException(
            "--cases " + name + ": must be one of " + String.join(", ", known.keySet()));
      }
    }
    MeasurementWriter writer = new MeasurementWriter(spec.commandLine().getOut(), json);
    for (Map.Entry<String, Benchmark> entry : known.entrySet()) {
      if (chosen.contains(entry.getKey())) {
        entry.getValue().run(writer);
      }
    }
    return 0;
  }
}
