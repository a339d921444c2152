package io.ergodic.jobs.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Writes files to start from. */
@Command(
    name = "new",
    description = "Write a file to start from: a recipe (system).",
    mixinStandardHelpOptions = true,
    subcommands = NewSystemCommand.class)
final class NewCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
