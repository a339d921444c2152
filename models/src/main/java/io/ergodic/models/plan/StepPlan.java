package io.ergodic.models.plan;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.BatchSampler;
import io.ergodic.datasets.batch.ImagePixels;
import io.ergodic.datasets.batch.SequentialImages;
import io.ergodic.datasets.batch.SequentialWindows;
import io.ergodic.datasets.batch.ShuffledImages;
import io.ergodic.datasets.batch.ShuffledWindows;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.optimiser.OptimiserSettings;
import io.ergodic.models.training.Trainable;
import java.util.Optional;

/**
 * How a network is trained: every example of the train split once an epoch, shuffled anew each
 * time, nothing dropped; the whole validation split after each epoch, where there is one.
 *
 * <p>Settings: {@code epochs}, {@code batch}, {@code patience}, {@code optimiser}.
 */
public record StepPlan(
    BatchSampler batches,
    int epochs,
    Optional<Trainable.EarlyStopping> stopping,
    OptimiserSettings optimiser) {
  private static final int VALIDATED_AT_ONCE = 256;

  /** Defaults of a family; {@code optimiser} is HOCON text of a whole optimiser object. */
  public record Defaults(int epochs, int batch, int patience, String optimiser) {}

  /** Windows of look-back and horizon of a forecasting task. */
  public static StepPlan forecasting(
      String family, TrainingContext context, Settings settings, Defaults defaults) {
    SeriesDataset data = context.series(family);
    Task.Forecasting task = context.forecasting(family);
    int batch = batch(settings, defaults);
    Windows train = Windows.forecasting(data, Split.TRAIN, task.lookback(), task.horizon());
    Iterable<Batch> validation =
        data.series(Split.VALIDATION).isEmpty()
            ? null
            : new SequentialWindows(
                Windows.forecasting(data, Split.VALIDATION, task.lookback(), task.horizon()),
                VALIDATED_AT_ONCE);
    return of(
        settings, defaults, new ShuffledWindows(train, batch, shuffling(context)), validation);
  }

  /** Labelled images of a classification task. */
  public static StepPlan images(
      String family, TrainingContext context, Settings settings, Defaults defaults) {
    ImageDataset data = context.images(family);
    if (!(context.task() instanceof Task.Classification)) {
      throw new InvalidInputException(
          family + " classifies images; it cannot be used for " + context.task());
    }
    int batch = batch(settings, defaults);
    ImagePixels train = new ImagePixels(data.images(Split.TRAIN), data.manifest().scaler());
    Images held = data.splits().get(Split.VALIDATION);
    Iterable<Batch> validation =
        held == null || held.count() == 0
            ? null
            : new SequentialImages(
                new ImagePixels(held, data.manifest().scaler()), VALIDATED_AT_ONCE);
    return of(settings, defaults, new ShuffledImages(train, batch, shuffling(context)), validation);
  }

  /** The plan with the learner it is for. */
  public Trainable with(Learner learner) {
    return new Trainable.Stepped(learner, batches, epochs, stopping);
  }

  private static StepPlan of(
      Settings settings, Defaults defaults, BatchSampler batches, Iterable<Batch> validation) {
    int epochs = settings.integer("epochs", defaults.epochs(), 1, 100_000);
    int patience = settings.integer("patience", defaults.patience(), 1, 100_000);
    OptimiserSettings optimiser =
        OptimiserSettings.read(
            settings.child("optimiser"), defaults.optimiser(), epochs, batches.batchesPerEpoch());
    return new StepPlan(
        batches,
        epochs,
        Optional.ofNullable(validation).map(v -> new Trainable.EarlyStopping(v, patience)),
        optimiser);
  }

  private static int batch(Settings settings, Defaults defaults) {
    return settings.integer("batch", defaults.batch(), 1, 1 << 20);
  }

  private static long shuffling(TrainingContext context) {
    return RandomStreams.derive(context.seed(), "batches");
  }
}
