package io.ergodic.jobs.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.forecast.ForecastAnswer;
import io.ergodic.jobs.forecast.ForecastFile;
import io.ergodic.jobs.forecast.ForecastQuestion;
import io.ergodic.jobs.forecast.TableForecast;
import io.ergodic.jobs.spark.LateSession;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Forecasts a user's own table. */
@Command(
    name = "forecast",
    description = {
      "Forecast a table of your own. Times, step and season are found in the file and said; a",
      "handful of fast forecasters are trained on its first part and tested on its last fifth;",
      "their forecasts of the rows to come are written with intervals learnt from rows that were",
      "not trained on (split conformal prediction), and a report beside them."
    },
    mixinStandardHelpOptions = true)
final class ForecastCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "A .csv, .tsv or packed one.")
  private String file;

  @Option(
      names = "--horizon",
      paramLabel = "ROWS",
      required = true,
      description = "How many rows to forecast.")
  private int horizon;

  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      description =
          "A column to forecast; may be given several times. Default: all that hold numbers.")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = "--lookback",
      paramLabel = "ROWS",
      description = "Rows that models see. Default: the horizon or two seasons, if rows suffice.")
  private Integer lookback;

  @Option(
      names = "--season",
      paramLabel = "ROWS",
      description = "Rows after which it repeats itself; 1 for none. Default: found in the file.")
  private Integer season;

  @Option(
      names = "--systems",
      paramLabel = "NAME",
      split = ",",
      description =
          "Forecasters to compare. Default: seasonal-naive, persistence, climatology, ridge,"
              + " dlinear.")
  private List<String> systems = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "How the file is to be read, as in a suite: separator=tab, times.gaps=linear.")
  private List<String> reading = new ArrayList<>();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "Where forecasts and report go. Default: out/forecast-NAME of the file.")
  private String folder;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "out/datasets",
      description = "Where datasets are kept. Default: ${DEFAULT-VALUE}.")
  private String data;

  @Option(
      names = "--json",
      description = "One JSON object a line: model, metric, value, seconds; the rest to stderr.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    requireWithin("--horizon", horizon, 1, 100_000);
    if (season != null) {
      requireWithin("--season", season, 1, 1_000_000);
    }
    if (lookback != null) {
      requireWithin("--lookback", lookback, 1, 1_000_000);
    }
    TableForecast forecast =
        TableForecast.of(
            new ForecastQuestion(
                file, horizon, targets, optional(lookback), optional(season), systems, reading));
    PrintStream log = json ? System.err : System.out;
    forecast.notes().forEach(note -> log.println("  " + note));
    log.println("  " + forecast.summary());
    String target = folder == null ? "out/" + forecast.name() : folder;
    List<ForecastAnswer> answers;
    try (LateSession session = LateSession.of("ergodic forecast")) {
      answers = forecast.run(session, target, data, DatedOutput.of(log));
    }
    Path written = Path.of(target, "forecasts.csv");
    ForecastFile.write(written, forecast, answers);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      lines(answers, out);
    } else {
      table(answers, out);
    }
    out.flush();
    log.println("forecasts: " + written);
    log.println("report: " + Path.of(target, "report.html"));
    return 0;
  }

  private static OptionalInt optional(Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static void requireWithin(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidInputException(option + " " + value + ": must be " + least + " to " + most);
    }
  }

  private static void table(List<ForecastAnswer> answers, PrintWriter out) {
    out.println();
    out.printf(
        Locale.ROOT,
        "  %-20s %8s %12s %8s %12s %12s %9s%n",
        "model",
        "MASE",
        "MAE",
        "sMAPE",
        "within 80 %",
        "within 95 %",
        "training");
    for (ForecastAnswer answer : answers) {
      if (answer.failed()) {
        out.printf(Locale.ROOT, "  %-20s failed: %s%n", answer.model(), answer.reason());
        continue;
      }
      out.printf(
          Locale.ROOT,
          "  %-20s %8.4g %12.5g %8.4g %10.1f %% %10.1f %% %7.1f s%n",
          answer.model(),
          answer.value("mase"),
          answer.value("mae"),
          answer.value("smape"),
          100 * answer.value("coverage_80"),
          100 * answer.value("coverage_95"),
          answer.seconds());
    }
    out.println();
  }

  private static void lines(List<ForecastAnswer> answers, PrintWriter out)
      throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    for (ForecastAnswer answer : answers) {
      if (answer.failed()) {
        ObjectNode node = mapper.createObjectNode().put("model", answer.model());
        node.putNull("metric").putNull("value").put("seconds", answer.seconds());
        out.println(mapper.writeValueAsString(node.put("reason", answer.reason())));
      }
      for (Map.Entry<String, Double> score : answer.scores().entrySet()) {
        ObjectNode node = mapper.createObjectNode().put("model", answer.model());
        node.put("metric", score.getKey());
        if (Double.isFinite(score.getValue())) {
          node.put("value", score.getValue());
        } else {
          node.putNull("value");
        }
        out.println(mapper.writeValueAsString(node.put("seconds", answer.seconds())));
      }
    }
  }
}
