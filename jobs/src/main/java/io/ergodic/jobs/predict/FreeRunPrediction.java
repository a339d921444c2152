package io.ergodic.jobs.predict;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.trial.ModelFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/** A free run of a reconstructed system from the last row of a file. */
@AutoService(Prediction.class)
public final class FreeRunPrediction implements Prediction {
  private static final int STEPS = 1000;

  @Override
  public String name() {
    return "reconstruction";
  }

  @Override
  public void predict(
      Capability model, ModelFacts facts, PredictionInput input, Path output, OptionalInt steps)
      throws IOException {
    run((Dynamics) model, facts, input, output, steps.orElse(STEPS));
  }

  static void run(Dynamics model, ModelFacts facts, PredictionInput input, Path output, int steps)
      throws IOException {
    double[] values = SeriesFile.read(input, facts);
    int columns = model.observedDimension();
    int rows = values.length / columns;
    if (rows < model.contextRows()) {
      throw new InvalidInputException(
          "--input " + input + ": " + rows + " rows, the model reads " + model.contextRows());
    }
    double[] state = new double[model.stateDimension()];
    double[] observation = new double[columns];
    double[] answer = new double[Math.multiplyExact(steps, columns)];
    model.initialise(values, rows, state);
    for (int step = 0; step < steps; step++) {
      model.step(state, state);
      model.observe(state, observation);
      System.arraycopy(observation, 0, answer, step * columns, columns);
    }
    SeriesFile.write(output, answer, facts);
  }
}
