package io.ergodic.jobs.command;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.bench.Benchmark;
import io.ergodic.jobs.bench.DynamicsBenchmark;
import io.ergodic.jobs.bench.FitBenchmark;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the training of models for reconstruction. */
@Command(
    name = "dynamics",
    description = {
      "Measure the training of models for reconstruction on one core, a line a measurement.",
      "Times are of the processor, which do not depend on what else the machine does. The",
      "cases are:",
      "  steps   training steps of the shallow PLRNN and the AL-RNN: milliseconds, GFlop/s and",
      "          their share of the machine's sgemm; the same step unrolled with libtorch",
      "  fits    the pass over the data of a reservoir of 1000 units and of NVAR"
    },
    mixinStandardHelpOptions = true)
final class BenchDynamicsCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--json", description = "One JSON object a line: bench, case, value, unit.")
  private boolean json;

  @Option(
      names = "--cases",
      paramLabel = "CASE",
      split = ",",
      description = "Only these of steps, fits. Default: both.")
  private List<String> cases;

  @Option(
      names = "--states",
      paramLabel = "M",
      split = ",",
      defaultValue = "3,20,64",
      description = "States of the shallow PLRNN. Default: ${DEFAULT-VALUE}.")
  private List<Integer> states;

  @Option(
      names = "--hidden",
      paramLabel = "H",
      split = ",",
      defaultValue = "50,100,200,500",
      description = "Its hidden units, and states of the AL-RNN. Default: ${DEFAULT-VALUE}.")
  private List<Integer> hidden;

  @Option(
      names = "--seconds",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description = "Time to measure each case for. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "20000",
      description = "Rows that are fitted. Default: ${DEFAULT-VALUE}.")
  private int rows;

  @Override
  public Integer call() throws IOException {
    if (!(seconds > 0 && seconds <= 3600)) {
      throw new InvalidInputException("--seconds " + seconds + ": must be in (0, 3600]");
    }
    if (rows < 1000 || rows > 10_000_000) {
      throw new InvalidInputException("--rows " + rows + ": must be 1000 to 10000000");
    }
    requireWithin("--states", states, 1, 1000);
    requireWithin("--hidden", hidden, 10, 10_000);
    Map<String, Benchmark> known = new LinkedHashMap<>();
    known.put("steps", new DynamicsBenchmark(seconds, states, hidden));
    known.put("fits", new FitBenchmark(1000, rows));
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

  private static void requireWithin(String option, List<Integer> values, int least, int most) {
    for (int value : values) {
      if (value < least || value > most) {
        throw new InvalidInputException(
            option + " " + value + ": must be " + least + " to " + most);
      }
    }
  }
}
