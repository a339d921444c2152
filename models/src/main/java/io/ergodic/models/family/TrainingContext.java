package io.ergodic.models.family;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.task.Task;
import io.ergodic.models.device.Device;

/**
 * What a model is created for.
 *
 * @param dataset in memory; models may look at the train and validation splits only
 * @param task the question it will be scored on
 * @param seed of all its random draws
 * @param threads processor cores it may use
 * @param device where it computes, if its engine can
 */
public record TrainingContext(Dataset dataset, Task task, long seed, int threads, Device device) {
  /** On the processor. */
  public TrainingContext(Dataset dataset, Task task, long seed, int threads) {
    this(dataset, task, seed, threads, Device.CPU);
  }

  /** The series of the dataset, or a clear refusal when it holds images. */
  public SeriesDataset series(String family) {
    if (dataset instanceof SeriesDataset series) {
      return series;
    }
    throw new InvalidInputException(
        family + " needs series, but dataset " + dataset.manifest().name() + " holds images");
  }

  /** The images of the dataset, or a clear refusal when it holds series. */
  public ImageDataset images(String family) {
    if (dataset instanceof ImageDataset images) {
      return images;
    }
    throw new InvalidInputException(
        family + " needs images, but dataset " + dataset.manifest().name() + " holds series");
  }

  /** The task as a forecasting task, or a clear refusal. */
  public Task.Forecasting forecasting(String family) {
    if (task instanceof Task.Forecasting forecasting) {
      return forecasting;
    }
    throw new InvalidInputException(
        family + " forecasts a fixed horizon; it cannot be used for " + task);
  }
}
