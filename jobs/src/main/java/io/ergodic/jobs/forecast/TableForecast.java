package io.ergodic.jobs.forecast;

import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.interval.ConformalIntervals;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.predict.PredictionInput;
import io.ergodic.jobs.predict.SeriesFile;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.result.TrialView;
import io.ergodic.jobs.run.RunOptions;
import io.ergodic.jobs.run.SuiteRun;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.trial.ModelStore;
import io.ergodic.jobs.trial.StoredModel;
import io.ergodic.models.family.Resources;
import io.ergodic.models.learner.Restored;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Forecasts a table: plans, has the suite run, asks the models. */
public final class TableForecast {
  private final ForecastQuestion question;
  private final ForecastPlan plan;

  private TableForecast(ForecastQuestion question, ForecastPlan plan) {
    this.question = question;
    this.plan = plan;
  }

  /**
   * Reads the table and decides what to do with it.
   *
   * @throws InvalidInputException for one that cannot be right or is too short
   */
  public static TableForecast of(ForecastQuestion question) throws IOException {
    return new TableForecast(question, ForecastPlan.of(question));
  }

  /** Of the suite that is run; the default name of its folder. */
  public String name() {
    return plan.name();
  }

  /** What was found, guessed and decided. */
  public List<String> notes() {
    return plan.notes();
  }

  /** In what the file is read, split and asked, for who reads along. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d rows of %s: %d to train, %d set aside, %d to test; %d ahead from the last %d",
        plan.outline().rows(),
        String.join(", ", plan.outline().variables()),
        plan.borders()[0],
        plan.borders()[1],
        plan.borders()[2],
        question.horizon(),
        plan.lookback());
  }

  /**
   * Trains, tests and forecasts.
   *
   * @param session started where there is something to be trained
   * @param folder of the output
   * @param data folder of datasets
   * @param log where progress is shown
   * @return answers, the smallest error first, failed ones last
   */
  public List<ForecastAnswer> run(LateSession session, String folder, String data, PrintStream log)
      throws IOException {
    Suite suite = Suite.read(Settings.of(plan.suite()));
    OutputFolder output = new OutputFolder(folder, session.configuration());
    List<TrialRecord> records =
        new SuiteRun(session, suite, output, data, log).run(RunOptions.DEFAULT);
    ModelStore models = new ModelStore(output.path(), session.configuration());
    Map<String, String> trainings =
        output.trials().stream()
            .collect(Collectors.toMap(TrialView::system, TrialView::training, (a, b) -> a));
    List<ForecastAnswer> answers = new ArrayList<>();
    for (TrialRecord record : records) {
      if (record.failed() || record.error()) {
        answers.add(ForecastAnswer.failed(record));
      } else if (!record.floor()) {
        var file = models.file(trainings.get(record.system()));
        answers.add(answer(record, StoredModel.read(file, session.configuration())));
      }
    }
    answers.sort(
        Comparator.comparingDouble(
            answer -> answer.failed() ? Double.POSITIVE_INFINITY : answer.value("mase")));
    return answers;
  }

  private ForecastAnswer answer(TrialRecord record, StoredModel stored) throws IOException {
    PredictionInput input =
        new PredictionInput(Path.of(question.file()), question.reading(), note -> {});
    double[] rows = SeriesFile.read(input, stored.facts());
    int[] borders = plan.borders();
    int tested = borders[0] + borders[1];
    try (Restored restored = stored.restore(Resources.ONE_CORE)) {
      Backtest backtest = new Backtest((Forecaster) restored.model(), scaler(stored), rows);
      Backtest.Windows aside = backtest.windows(borders[0], tested);
      Backtest.Windows test = backtest.windows(tested, tested + borders[2]);
      ConformalIntervals learnt = backtest.intervals(aside);
      ConformalIntervals all = backtest.intervals(aside, test);
      List<Double> coverage =
          ForecastAnswer.LEVELS.stream()
              .map(level -> learnt.coverage(test.forecasts(), test.truths(), level))
              .toList();
      List<double[]> widths = ForecastAnswer.LEVELS.stream().map(all::halfWidths).toList();
      return ForecastAnswer.of(record, test, coverage, backtest.ahead(), widths);
    }
  }

  /** From the units of a model to those of the table. */
  private static Scaler scaler(StoredModel stored) {
    Schema schema = stored.facts().schema();
    double[] ones = new double[schema.dimension()];
    Arrays.fill(ones, 1);
    return schema.standardise()
        ? stored.facts().scaler()
        : new Scaler(new double[schema.dimension()], ones);
  }

  /** What is forecast, for {@link ForecastFile}. */
  List<String> variables() {
    return plan.outline().variables();
  }

  /** The time of a forecast row, from 1. */
  String time(int step) {
    return plan.time(step);
  }
}
