package io.ergodic.jobs.command;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.spark.DriverEnd;
import io.ergodic.jobs.spark.SparkFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line's entry: {@code ergodic COMMAND}. */
@Command(
    name = "ergodic",
    description = "Generates data, trains models on it and says with statistics which is best.",
    mixinStandardHelpOptions = true,
    version = "Ergodic 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SystemsCommand.class,
      TryCommand.class,
      DatasetsCommand.class,
      GenerateCommand.class,
      DescribeCommand.class,
      RunCommand.class,
      ForecastCommand.class,
      PredictCommand.class,
      CleanCommand.class,
      VerifyCommand.class,
      BenchCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      PublishCommand.class,
      NewCommand.class
    },
    footer = {
      "",
      "Options of spark-submit (--master, --conf, --executor-memory, ...) may stand anywhere.",
      "Exit codes: 0 done, 1 unexpected failure, 2 wrong input, 3 trials failed under --strict,",
      "4 trials not measured for errors of the machine; see: ergodic run --help"
    })
public final class Ergodic implements Runnable {
  private static final int UNEXPECTED = 1;
  private static final int WRONG_INPUT = 2;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  private boolean debug;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  public static void main(String[] arguments) {
    DriverEnd.with(execute(arguments));
  }

  /** Runs a command line and returns its exit code. */
  public static int execute(String... arguments) {
    Ergodic ergodic = new Ergodic();
    CommandLine commandLine = new CommandLine(ergodic);
    Optional<String> unreadable = UnreadableNames.explain(arguments);
    if (unreadable.isPresent()) {
      commandLine.getErr().println("ergodic: " + unreadable.get());
      return WRONG_INPUT;
    }
    commandLine.setExecutionExceptionHandler(
        (failure, command, parsed) -> ergodic.explain(failure, command));
    commandLine.setParameterExceptionHandler((wrong, given) -> refuse(wrong));
    try {
      return commandLine.execute(arguments);
    } catch (Error failure) {
      // Hadoop's FSError (a full disk), missing memory, a native library that does not load.
      return ergodic.explain(failure, commandLine);
    }
  }

  /** One line for a command line that makes no sense, instead of the whole help. */
  private static int refuse(CommandLine.ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    StringWriter hint = new StringWriter();
    boolean similar =
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, new PrintWriter(hint));
    String advice =
        similar
            ? hint.toString().strip().replace("\n", " ")
            : "see: " + command.getCommandSpec().qualifiedName() + " --help";
    command.getErr().println("ergodic: " + wrong.getMessage() + "; " + advice);
    return WRONG_INPUT;
  }

  /** The code that a command exits with after a failure. */
  static int code(Throwable failure) {
    boolean input =
        failure instanceof InvalidInputException || OtherVersion.explain(failure).isPresent();
    return input ? WRONG_INPUT : UNEXPECTED;
  }

  private int explain(Throwable failure, CommandLine command) {
    Optional<String> foreign = OtherVersion.explain(failure);
    boolean input = code(failure) == WRONG_INPUT;
    String message =
        foreign.orElseGet(
            () ->
                failure instanceof InvalidInputException
                    ? failure.getMessage()
                    : SparkFailure.message(failure));
    command.getErr().println("ergodic: " + message);
    if (debug) {
      failure.printStackTrace(command.getErr());
    } else if (!input && !SparkFailure.ofStorage(failure)) {
      command.getErr().println("ergodic: run again with --debug for the stack trace");
    }
    return code(failure);
  }
}
