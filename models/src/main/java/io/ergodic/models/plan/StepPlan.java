package io.ergodic.models.plan;

import io.ergodic.datasets.batch.BatchSampler;
import io.ergodic.datasets.batch.BatchTransform;
import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.batch.Prefetched;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.batch.Shuffled;
import io.ergodic.datasets.batch.Transformed;
import io.ergodic.datasets.batch.transform.Augmentation;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.registry.Kinds;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.optimiser.OptimiserSettings;
import io.ergodic.models.training.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * How a network is trained: every example of the train split once an epoch, shuffled anew each
 * time, nothing dropped; the whole validation split after each epoch, where there is one.
 *
 * <p>Settings: {@code epochs}, {@code batch}, {@code patience}, {@code optimiser}, and {@code
 * augment { NAME { kind = flip }, ... }}: changes to training batches, in the order of the file.
 * Batches are made on a second thread, one ahead.
 */
public final class StepPlan implements TrainingPlan {
  private static final int VALIDATED_AT_ONCE = 256;

  private final int epochs;
  private final int batch;
  private final int patience;
  private final List<BatchTransform> augmentations;
  private final IntFunction<OptimiserSettings> optimiser;

  private StepPlan(
      int epochs,
      int batch,
      int patience,
      List<BatchTransform> augmentations,
      IntFunction<OptimiserSettings> optimiser) {
    this.augmentations = augmentations;
    this.epochs = epochs;
    this.batch = batch;
    this.patience = patience;
    this.optimiser = optimiser;
  }

  /** Defaults of a family; {@code optimiser} is HOCON text of a whole optimiser object. */
  public record Defaults(int epochs, int batch, int patience, String optimiser) {}

  /** Reads and checks the plan; the caller reads its own settings and refuses the rest. */
  public static StepPlan read(Settings settings, Defaults defaults) {
    settings.explain(
        "epochs", "passes over the training examples at most",
        "batch", "examples of a step",
        "augment", "changes to training batches, in the order of their names",
        "patience", "epochs without a better validation loss until training stops");
    int epochs = settings.integer("epochs", defaults.epochs(), 1, 100_000);
    Settings rule = settings.child("optimiser");
    StepPlan plan =
        new StepPlan(
            epochs,
            settings.integer("batch", defaults.batch(), 1, 1 << 20),
            settings.integer("patience", defaults.patience(), 1, 100_000),
            augmentations(settings.child("augment")),
            steps -> OptimiserSettings.read(rule, defaults.optimiser(), epochs, steps));
    plan.optimiser(1);
    return plan;
  }

  private static List<BatchTransform> augmentations(Settings settings) {
    List<BatchTransform> all = new ArrayList<>();
    settings.numbered().values().forEach(one -> all.add(Kinds.read(Augmentation.class, one)));
    return List.copyOf(all);
  }

  /** The classes of the augmentations. */
  @Override
  public Set<Class<?>> parts() {
    return augmentations.stream().map(Object::getClass).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public int epochs() {
    return epochs;
  }

  @Override
  public OptimiserSettings optimiser(int stepsPerEpoch) {
    return optimiser.apply(stepsPerEpoch);
  }

  @Override
  public Bound on(TrainingContext context) {
    long seed = RandomStreams.derive(context.seed(), "batches");
    Examples train = examples(context, Split.TRAIN, !augmentations.isEmpty());
    BatchSampler batches = new Prefetched(() -> sampler(train, seed, context.seed()));
    Optional<Stage.EarlyStopping> stopping =
        context.dataset().has(Split.VALIDATION)
            ? Optional.of(
                new Stage.EarlyStopping(
                    new Sequential(examples(context, Split.VALIDATION, false), VALIDATED_AT_ONCE),
                    patience))
            : Optional.empty();
    Stage stage = new Stage("training", batches, epochs, stopping);
    return new Bound(List.of(stage), optimiser(batches.batchesPerEpoch()));
  }

  /** What goes to a GPU goes there in the fewest bytes, unless it is changed before. */
  private static Examples examples(TrainingContext context, Split split, boolean changed) {
    Examples examples = context.examples(split);
    return context.resources().device().isCuda() && !changed ? examples.compact() : examples;
  }

  private BatchSampler sampler(Examples train, long order, long seed) {
    BatchSampler shuffled = new Shuffled(train, batch, order);
    return augmentations.isEmpty()
        ? shuffled
        : new Transformed(shuffled, augmentations, RandomStreams.derive(seed, "augmentation"));
  }
}
