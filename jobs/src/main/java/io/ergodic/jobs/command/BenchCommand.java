package io.ergodic.jobs.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Measures this machine at the project's work. */
@Command(
    name = "bench",
    description = "Measure speeds.",
    subcommands = {
      BenchGenerateCommand.class,
      BenchAveragingCommand.class,
      BenchDevicesCommand.class,
      BenchDynamicsCommand.class
    },
    mixinStandardHelpOptions = true)
final class BenchCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "bench what? Known are: bench "
            + String.join(", bench ", spec.commandLine().getSubcommands().keySet()));
  }
}
