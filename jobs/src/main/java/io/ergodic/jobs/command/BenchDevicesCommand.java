package io.ergodic.jobs.command;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.bench.DeviceBenchmark;
import io.ergodic.jobs.suite.Recipe;
import io.ergodic.jobs.suite.Recipes;
import io.ergodic.models.device.Device;
import io.ergodic.models.family.Engine;
import io.ergodic.models.natives.Accelerators;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures training steps on the processor and on a GPU. */
@Command(
    name = "devices",
    description = {
      "Measure training steps of networks on the processor and, where libtorch finds one, on a",
      "GPU: milliseconds a step, examples a second, and the largest relative difference of the",
      "first ten losses from the processor's, in float32 and bfloat16."
    },
    mixinStandardHelpOptions = true)
final class BenchDevicesCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--json", description = "One JSON object a line: bench, case, value, unit.")
  private boolean json;

  @Option(
      names = "--systems",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "resnet-18,vit,patchtst",
      description = "Recipes on libtorch, separated by commas. Default: ${DEFAULT-VALUE}.")
  private List<String> systems;

  @Option(
      names = "--side",
      defaultValue = "32",
      description = "Side of the pictures in pixels. Default: ${DEFAULT-VALUE}.")
  private int side;

  @Option(
      names = "--batch",
      defaultValue = "128",
      description = "Examples a step. Default: ${DEFAULT-VALUE}.")
  private int batch;

  @Option(
      names = "--seconds",
      defaultValue = "5",
      description = "Time to measure each for. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(
      names = "--threads",
      defaultValue = "1",
      description = "Cores of the processor to use. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--gpu",
      paramLabel = "ADDRESS",
      defaultValue = "0",
      description =
          "Which GPU: a number as nvidia-smi counts, GPU-... or MIG-.... Default: ${DEFAULT-VALUE}.")
  private String address;

  @Override
  public Integer call() {
    if (side < 8 || side > 1024 || batch < 1 || batch > 65_536 || threads < 1) {
      throw new InvalidInputException(
          "--side must be 8 to 1024, --batch 1 to 65536 and --threads at least 1, not "
              + side
              + ", "
              + batch
              + ", "
              + threads);
    }
    if (!(seconds > 0 && seconds <= 3600)) {
      throw new InvalidInputException("--seconds " + seconds + ": must be in (0, 3600]");
    }
    List<Recipe> recipes = systems.stream().map(name -> Recipes.get(name, "--systems")).toList();
    Device gpu = Accelerators.choose(Engine.LIBTORCH, address);
    new DeviceBenchmark(recipes, gpu, side, batch, seconds, threads)
        .run(new MeasurementWriter(spec.commandLine().getOut(), json));
    return 0;
  }
}
