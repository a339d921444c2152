package io.ergodic.jobs.forecast;

import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one model makes of a table.
 *
 * @param model its name
 * @param reason why it has none; null for an answer
 * @param scores by metric on the rows for testing: MASE; sMAPE and the mean absolute error in the
 *     units of the table; the part of test values within each interval
 * @param seconds that its training took
 * @param forecast horizon x variables, in the units of the table; empty where it failed
 * @param halfWidths of the intervals, one array a level, laid out like the forecast
 */
public record ForecastAnswer(
    String model,
    String reason,
    Map<String, Double> scores,
    double seconds,
    float[] forecast,
    List<double[]> halfWidths) {
  /** Of the intervals. */
  public static final List<Double> LEVELS = List.of(0.8, 0.95);

  static ForecastAnswer failed(TrialRecord record) {
    return new ForecastAnswer(
        record.system(), record.reason(), Map.of(), seconds(record), new float[0], List.of());
  }

  static ForecastAnswer of(
      TrialRecord record,
      Backtest.Windows test,
      List<Double> coverage,
      float[] forecast,
      List<double[]> halfWidths) {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("mase", record.score("mase").map(Score::value).orElse(Double.NaN));
    scores.put("mae", test.meanAbsoluteError());
    scores.put("smape", test.symmetricError());
    for (int i = 0; i < LEVELS.size(); i++) {
      scores.put("coverage_" + Math.round(100 * LEVELS.get(i)), coverage.get(i));
    }
    return new ForecastAnswer(
        record.system(), null, scores, seconds(record), forecast, List.copyOf(halfWidths));
  }

  private static double seconds(TrialRecord record) {
    return record.seconds().getOrDefault("train", 0.0);
  }

  public boolean failed() {
    return reason != null;
  }

  /** A score, NaN where there is none. */
  public double value(String metric) {
    return scores.getOrDefault(metric, Double.NaN);
  }
}
