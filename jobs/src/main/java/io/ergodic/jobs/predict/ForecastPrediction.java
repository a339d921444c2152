package io.ergodic.jobs.predict;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.trial.ModelFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/** The rows that follow the last row of a file. */
@AutoService(Prediction.class)
public final class ForecastPrediction implements Prediction {
  @Override
  public String name() {
    return "forecasting";
  }

  @Override
  public void predict(
      Capability model, ModelFacts facts, PredictionInput input, Path output, OptionalInt steps)
      throws IOException {
    if (model instanceof Dynamics dynamics) {
      int rows = steps.orElseGet(() -> facts.output().axis(0));
      FreeRunPrediction.run(dynamics, facts, input, output, rows);
      return;
    }
    Forecaster forecaster = (Forecaster) model;
    int rows = steps.orElse(forecaster.horizon());
    if (rows > forecaster.horizon()) {
      throw new InvalidInputException(
          "--steps " + rows + ": the model forecasts " + forecaster.horizon() + " rows at most");
    }
    double[] values = SeriesFile.read(input, facts);
    int columns = forecaster.variables();
    int size = forecaster.lookback() * columns;
    if (values.length < size) {
      throw new InvalidInputException(
          "--input "
              + input
              + ": "
              + values.length / columns
              + " rows, the model reads "
              + forecaster.lookback());
    }
    float[] context = new float[size];
    for (int i = 0; i < size; i++) {
      context[i] = (float) values[values.length - size + i];
    }
    float[] forecast = new float[forecaster.horizon() * columns];
    forecaster.forecast(context, 1, forecast);
    double[] answer = new double[rows * columns];
    for (int i = 0; i < answer.length; i++) {
      answer[i] = forecast[i];
    }
    SeriesFile.write(output, answer, facts);
  }
}
