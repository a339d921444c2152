package io.ergodic.jobs.command;

import io.ergodic.datasets.invariant.Subject;
import io.ergodic.datasets.invariant.SubjectProvider;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.spark.Sessions;
import io.ergodic.jobs.verify.VerificationJob;
import io.ergodic.jobs.verify.WrittenSubjects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Recomputes what is said of the catalogue's systems. */
@Command(
    name = "verify",
    description = "Recompute the invariants of the catalogue.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "verify what? Known is: verify chaos");
  }

  @Command(
      name = "chaos",
      description = {
        "Recompute Lyapunov spectra, dimensions, entropies and periods of chaotic systems with",
        "standard errors, and write them beside published values: invariants.parquet,",
        "invariants.csv, invariants.json (provenance) and report.md. Run again into the same folder, only what is missing is run,",
        "and with a larger budget what has not converged with the smaller one."
      },
      mixinStandardHelpOptions = true)
  int chaos(
      @Option(
              names = {"-o", "--out"},
              paramLabel = "FOLDER",
              required = true,
              description = "Where results go, on any file system the executors reach.")
          String folder,
      @Option(
              names = "--systems",
              paramLabel = "NAME",
              split = ",",
              description = "Only these systems, separated by commas. Default: all.")
          List<String> systems,
      @Option(
              names = "--equations",
              paramLabel = "FILE",
              description =
                  "Verify the systems of this file instead of the catalogue's: its datasets of source"
                      + " ode, by name.")
          Path equations,
      @Option(
              names = "--budget",
              paramLabel = "SECONDS",
              defaultValue = "20",
              description =
                  "Most processor time for the Lyapunov spectrum of a system. Default: ${DEFAULT-VALUE}.")
          double budget)
      throws IOException {
    if (!(budget > 0 && budget <= 1e6)) {
      throw new InvalidInputException("--budget " + budget + ": must be in (0, 1000000] seconds");
    }
    List<String> names = systems == null ? List.of() : systems;
    Map<String, DatasetSpec> written =
        equations == null ? Map.of() : WrittenSubjects.read(equations, names);
    List<Subject> subjects =
        equations == null ? SubjectProvider.select(names, "--systems") : List.of();
    try (SparkSession session = Sessions.start("ergodic verify")) {
      VerificationJob job = new VerificationJob(session, folder, System.out);
      if (equations == null) {
        job.run(subjects, budget);
      } else {
        job.run(written, budget);
      }
    }
    System.out.println("report: " + folder + "/report.md");
    return 0;
  }
}
