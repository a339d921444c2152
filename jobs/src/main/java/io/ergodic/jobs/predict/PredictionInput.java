package io.ergodic.jobs.predict;

import io.ergodic.datasets.settings.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a model is asked of.
 *
 * @param file or folder
 * @param settings of the source that reads it, {@code key=value} each
 * @param notes takes what reading decided that nobody wrote down
 */
public record PredictionInput(Path file, List<String> settings, Consumer<String> notes) {
  /** Refuses settings, for a reader that has none. */
  void refuseSettings() {
    if (!settings.isEmpty()) {
      throw new InvalidInputException(
          "--set " + settings.get(0) + ": only a .csv file is read in more than one way");
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
