package io.ergodic.jobs.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.evaluation.result.Score;
import io.ergodic.jobs.spark.Sessions;
import io.ergodic.jobs.tryout.Tryout;
import io.ergodic.jobs.tryout.TryoutResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries a system. */
@Command(
    name = "try",
    description = {
      "Try a system: train it once on its smallest dataset and show its score beside a baseline",
      "and the floor. Epochs are cut to fit the budget; closed forms take what they take."
    },
    mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(index = "0", paramLabel = "NAME", description = "A recipe or family of systems.")
  private String name;

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "Budget of the training. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "out/datasets",
      description = "Where datasets are kept. Default: ${DEFAULT-VALUE}.")
  private String data;

  @Option(
      names = "--json",
      description =
          "One JSON object: system, dataset, metric, value, baseline, floor, parameters,"
              + " multiply_adds, step_ms, seconds.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (!(seconds > 0 && seconds <= 86_400)) {
      throw new InvalidInputException("--seconds " + seconds + ": must be in (0, 86400]");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter log = spec.commandLine().getErr();
    try (SparkSession session = Sessions.start("ergodic try " + name)) {
      TryoutResult result = new Tryout(session, data, seconds, line -> note(log, line)).run(name);
      if (json) {
        out.println(new ObjectMapper().writeValueAsString(result));
      } else {
        print(result, out);
      }
      out.flush();
      return 0;
    }
  }

  private static void note(PrintWriter log, String line) {
    log.println(line);
    log.flush();
  }

  private static void print(TryoutResult result, PrintWriter out) {
    line(out, "system", result.system());
    line(out, "dataset", result.dataset());
    line(out, result.metric(), number(result.value()));
    line(out, "  baseline", number(result.baseline()) + " (" + result.baselineName() + ")");
    line(out, "  floor", number(result.floor()));
    for (Score score : result.scores()) {
      if (!score.metric().equals(result.metric())) {
        line(
            out,
            score.metric(),
            score.failed() ? "failed: " + score.reason() : number(score.value()));
      }
    }
    line(out, "parameters", result.parameters());
    line(out, "multiply-adds", String.format(Locale.ROOT, "%.3g", result.multiplyAdds()));
    line(out, "step", String.format(Locale.ROOT, "%.3g ms", result.stepMilliseconds()));
    line(out, "time", String.format(Locale.ROOT, "%.1f s", result.seconds()));
    result.notes().forEach(note -> line(out, "note", note));
  }

  private static String number(Double value) {
    return value == null ? "not known" : String.format(Locale.ROOT, "%.4g", value);
  }

  private static void line(PrintWriter out, String label, Object value) {
    out.printf(Locale.ROOT, "%-14s %s%n", label, value);
  }
}
