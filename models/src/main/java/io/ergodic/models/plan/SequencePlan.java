package io.ergodic.models.plan;

import io.ergodic.datasets.batch.RandomDraws;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.optimiser.OptimiserSettings;
import io.ergodic.models.training.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * How a map is trained to go on as a series does: on sequences drawn at random from the train
 * split, an epoch being a number of batches, without early stopping.
 *
 * <p>Settings: {@code epochs}, {@code batch}, {@code batchesPerEpoch} (50), {@code sequenceLength}
 * (10) steps from the first row of a sequence, and {@code optimiser}.
 */
public final class SequencePlan implements TrainingPlan {
  private final int epochs;
  private final int batch;
  private final int batchesPerEpoch;
  private final int steps;
  private final int first;
  private final IntFunction<OptimiserSettings> optimiser;

  private SequencePlan(
      int epochs,
      int batch,
      int batchesPerEpoch,
      int steps,
      int first,
      IntFunction<OptimiserSettings> optimiser) {
    this.epochs = epochs;
    this.batch = batch;
    this.batchesPerEpoch = batchesPerEpoch;
    this.steps = steps;
    this.first = first;
    this.optimiser = optimiser;
  }

  /** Reads and checks the plan; the caller reads its own settings and refuses the rest. */
  public static SequencePlan read(Settings settings, StepPlan.Defaults defaults) {
    settings.explain(
        "epochs", "epochs of training",
        "batch", "sequences of a batch",
        "batchesPerEpoch", "batches in an epoch",
        "sequenceLength", "steps the map takes by itself in a training sequence");
    int epochs = settings.integer("epochs", defaults.epochs(), 1, 10_000_000);
    Settings rule = settings.child("optimiser");
    SequencePlan plan =
        new SequencePlan(
            epochs,
            settings.integer("batch", defaults.batch(), 1, 1 << 20),
            settings.integer("batchesPerEpoch", 50, 1, 1_000_000),
            settings.integer("sequenceLength", 10, 1, 1_000_000),
            1,
            steps -> OptimiserSettings.read(rule, defaults.optimiser(), epochs, steps));
    plan.optimiser(1);
    return plan;
  }

  /** The same for a map that has to see more rows than one before it takes its first step. */
  public SequencePlan withContext(int rows) {
    return new SequencePlan(epochs, batch, batchesPerEpoch, steps, rows, optimiser);
  }

  /** Steps of a training sequence. */
  public int steps() {
    return steps;
  }

  @Override
  public Bound on(TrainingContext context) {
    Windows sequences = new Windows(context.series().series(Split.TRAIN), first + steps);
    long seed = RandomStreams.derive(context.seed(), "batches");
    RandomDraws draws = new RandomDraws(sequences, batch, batchesPerEpoch, seed);
    Stage stage = new Stage("training", draws, epochs, Optional.empty());
    return new Bound(List.of(stage), optimiser(batchesPerEpoch));
  }

  @Override
  public int epochs() {
    return epochs;
  }

  @Override
  public double examplesPerEpoch() {
    return (double) batch * batchesPerEpoch;
  }

  @Override
  public OptimiserSettings optimiser(int stepsPerEpoch) {
    return optimiser.apply(stepsPerEpoch);
  }

  @Override
  public Set<Class<?>> parts() {
    return Set.of();
  }
}
