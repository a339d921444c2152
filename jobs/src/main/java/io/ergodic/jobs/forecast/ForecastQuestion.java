package io.ergodic.jobs.forecast;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is asked of a table.
 *
 * @param file the table
 * @param horizon rows to forecast
 * @param targets columns to forecast; empty for all that hold numbers
 * @param lookback rows that models see; empty for a guess
 * @param season rows after which the series repeats itself; empty for a guess
 * @param systems recipes or families of forecasters; empty for a handful of fast ones
 * @param reading how the file is to be read, {@code key=value} each, as of {@code source = csv}
 */
public record ForecastQuestion(
    String file,
    int horizon,
    List<String> targets,
    OptionalInt lookback,
    OptionalInt season,
    List<String> systems,
    List<String> reading) {
  public ForecastQuestion {
    targets = List.copyOf(targets);
    systems = List.copyOf(systems);
    reading = List.copyOf(reading);
  }
}
