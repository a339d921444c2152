package io.ergodic.jobs.forecast;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.ergodic.datasets.file.csv.CsvOutline;
import io.ergodic.datasets.season.SeasonGuess;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.jobs.predict.PlannedRows;
import io.ergodic.jobs.suite.SuiteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is done with a table, decided from what it holds: the last fifth of its rows is for testing,
 * a tenth before it for validation, and both are longer where the horizon asks for it.
 *
 * @param name of the suite
 * @param outline of the table
 * @param season rows of a season; 1 for none
 * @param lookback rows that models see
 * @param borders rows for training, validation and testing
 * @param systems that are compared
 * @param notes what was guessed
 * @param suite in the words of a suite file
 */
record ForecastPlan(
    String name,
    CsvOutline outline,
    int season,
    int lookback,
    int[] borders,
    List<String> systems,
    List<String> notes,
    Config suite) {
  static final String DATASET = "table";
  static final String EXPERIMENT = "forecasting";

  /** Windows that a part of the series must hold to say anything. */
  private static final int WINDOWS = 10;

  private static final int LONGEST_LOOKBACK = 720;
  private static final String SEASONAL = "seasonal-naive";
  private static final List<String> FAST =
      List.of(SEASONAL, "persistence", "climatology", "ridge", "dlinear");

  /**
   * Decides.
   *
   * @throws InvalidInputException for a table that cannot be right or is too short
   */
  static ForecastPlan of(ForecastQuestion question) throws IOException {
    Config source = source(question);
    CsvOutline outline = outline(question, source);
    List<String> notes = new ArrayList<>(outline.notes());
    int rows = outline.rows();
    int horizon = question.horizon();
    int test = Math.max(rows / 5, horizon + WINDOWS - 1);
    int validation = Math.max(rows / 10, horizon + WINDOWS - 1);
    int train = rows - test - validation;
    int most = train - horizon - WINDOWS + 1;
    if (most < 1) {
      throw new InvalidInputException(
          question.file()
              + ": "
              + rows
              + " rows are too few for --horizon "
              + horizon
              + ": "
              + (3 * (horizon + WINDOWS - 1) + 1)
              + " at least are needed to train, to set aside and to test");
    }
    int season = season(question, source, outline, notes);
    int lookback = lookback(question, season, most, notes);
    List<String> systems = systems(question, season);
    int[] borders = {train, validation, test};
    String stem = Path.of(question.file()).getFileName().toString().replaceFirst("\\..*", "");
    String name = "forecast-" + stem.replaceAll("[^A-Za-z0-9._-]", "-");
    Map<String, Object> suite = new LinkedHashMap<>();
    suite.put("name", name);
    suite.put("title", "Forecasts of " + stem);
    suite.put("datasets." + DATASET + ".source", "csv");
    suite.put("datasets." + DATASET + ".rows", List.of(train, validation, test));
    suite.put("datasets." + DATASET + ".context", lookback);
    suite.put("datasets." + DATASET + ".seasonality", season);
    systems.forEach(system -> suite.put("systems." + system, Map.of()));
    String experiment = "experiments." + EXPERIMENT + ".";
    suite.put(experiment + "task", "forecasting");
    suite.put(experiment + "forecasting.lookback", lookback);
    suite.put(experiment + "forecasting.horizon", horizon);
    suite.put(experiment + "datasets", List.of(DATASET));
    suite.put(experiment + "systems", systems);
    suite.put(experiment + "seeds", List.of(1));
    suite.put(experiment + "metrics", List.of("mase", "mae", "mse", "smape"));
    suite.put(experiment + "timeLimit", "10 minutes");
    Config whole = ConfigFactory.parseMap(suite).withFallback(source.atPath("datasets." + DATASET));
    return new ForecastPlan(
        name, outline, season, lookback, borders, systems, List.copyOf(notes), whole);
  }

  private static CsvOutline outline(ForecastQuestion question, Config source) {
    try {
      return CsvOutline.of(Settings.of(source).at(question.file()));
    } catch (InvalidInputException wrong) {
      throw new InvalidInputException(
          wrong.getMessage() + " (here: --set KEY=VALUE, such as --set dateColumn=none)", wrong);
    }
  }

  private static Config source(ForecastQuestion question) {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("path", Path.of(question.file()).toAbsolutePath().toString());
    if (!question.targets().isEmpty()) {
      given.put("columns", question.targets());
    }
    return ConfigFactory.parseMap(given).withFallback(SuiteFile.overrides(question.reading()));
  }

  private static int season(
      ForecastQuestion question, Config source, CsvOutline outline, List<String> notes)
      throws IOException {
    if (question.season().isPresent()) {
      return question.season().getAsInt();
    }
    Config whole =
        ConfigFactory.parseMap(Map.of("standardise", false, "fractions", List.of(1, 0, 0)))
            .withFallback(source);
    double[] values =
        PlannedRows.of(
            DatasetSource.registry()
                .get("csv", question.file())
                .plan(Settings.of(whole).at(question.file()), 0));
    List<Integer> calendar = outline.ahead().map(ahead -> ahead.seasons()).orElse(List.of());
    SeasonGuess guess = SeasonGuess.of(values, outline.variables().size(), calendar);
    notes.add(
        guess.rows() > 1
            ? String.format(
                Locale.ROOT,
                "season: %d rows (values so far apart correlate by %.2f); --season says otherwise",
                guess.rows(),
                guess.correlation())
            : "season: none found; --season gives one");
    return guess.rows();
  }

  private static int lookback(ForecastQuestion question, int season, int most, List<String> notes) {
    if (question.lookback().isPresent()) {
      int asked = question.lookback().getAsInt();
      if (asked > most || asked < season) {
        throw new InvalidInputException(
            "--lookback " + asked + ": must be " + season + " (a season) to " + most);
      }
      return asked;
    }
    if (season > most) {
      throw new InvalidInputException(
          question.file() + ": too few rows to see a season of " + season + "; set --season 1");
    }
    int wanted = Math.max(question.horizon(), 2 * season);
    int lookback = Math.max(season, Math.min(Math.min(wanted, LONGEST_LOOKBACK), most));
    notes.add("look-back: " + lookback + " rows; --lookback says otherwise");
    return lookback;
  }

  private static List<String> systems(ForecastQuestion question, int season) {
    if (!question.systems().isEmpty()) {
      return question.systems();
    }
    return FAST.stream().filter(name -> season > 1 || !name.equals(SEASONAL)).toList();
  }

  /** The times of the rows that are forecast, or their numbers. */
  String time(int step) {
    return Optional.of(outline)
        .flatMap(CsvOutline::ahead)
        .map(ahead -> ahead.after(step))
        .orElse(String.valueOf(outline.rows() + step));
  }
}
