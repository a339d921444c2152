package io.ergodic.jobs.predict;

import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.jobs.trial.ModelFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a model of one task, whose name it has, answers for a file that nobody has scored. Found
 * through ServiceLoader.
 */
public interface Prediction extends Named {
  /**
   * Reads the input, asks the model and writes the answer.
   *
   * @param facts of the model: its data's form, scaler and task
   * @param steps asked for; empty for as many as the task has
   * @throws io.ergodic.datasets.settings.InvalidInputException for a file of another form
   */
  void predict(
      Capability model, ModelFacts facts, PredictionInput input, Path output, OptionalInt steps)
      throws IOException;

  /** How names of files it can write end. */
  default List<String> endings() {
    return List.of(".csv", ".npy");
  }

  static Registry<Prediction> registry() {
    return Registry.load(Prediction.class, "task");
  }
}
