package io.ergodic.models.family;

import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.task.Task;

/**
 * What a model is trained on.
 *
 * @param dataset in memory; models may look at the train and validation splits only
 * @param task the question it will be scored on
 * @param seed of all its random draws
 */
public record TrainingContext(Dataset dataset, Task task, long seed, Resources resources) {
  /** The series of the dataset; the task's ports have said that it holds series. */
  public SeriesDataset series() {
    return (SeriesDataset) dataset;
  }

  /** The examples of a split, for tasks that have any. */
  public Examples examples(Split split) {
    return task.examples(dataset, split)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    task.name() + " has no examples that a model could be trained on"));
  }

  /** The context a model of this training is described in. */
  public ModelContext model() {
    return new ModelContext(task, dataset.manifest().schema(), dataset.manifest().name());
  }
}
