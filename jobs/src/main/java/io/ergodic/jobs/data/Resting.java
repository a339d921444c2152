package io.ergodic.jobs.data;

import io.ergodic.datasets.scale.Moments;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.DatasetPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds variables that vary no more than the error they were computed with. Standardised to
 * deviation 1, a benchmark on them would measure rounding.
 */
final class Resting {
  private Resting() {}

  /**
   * A sentence for each variable that rests.
   *
   * @param moments of the train split
   * @param path of the dataset in the configuration
   * @throws InvalidInputException when all of them do
   */
  static List<String> notes(DatasetPlan plan, Moments moments, String path) {
    List<String> notes = new ArrayList<>();
    double[] deviations = moments.deviations();
    for (int v = 0; v < deviations.length && plan.resolution() > 0; v++) {
      if (deviations[v] <= plan.resolution()) {
        notes.add(
            "variable "
                + plan.schema().columns().get(v)
                + " does not vary: its deviation is "
                + deviations[v]
                + ", it is computed to "
                + plan.resolution());
      }
    }
    if (!notes.isEmpty() && notes.size() == deviations.length) {
      throw new InvalidInputException(
          path
              + ": the system is at rest; "
              + notes.get(0)
              + "; other parameters, or a shorter transient, may let it move");
    }
    return notes;
  }
}
