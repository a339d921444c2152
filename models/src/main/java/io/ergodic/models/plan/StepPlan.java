package io.ergodic.models.plan;

import io.ergodic.datasets.batch.BatchSampler;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.batch.Shuffled;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.optimiser.OptimiserSettings;
import io.ergodic.models.training.Stage;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * How a network is trained: every example of the train split once an epoch, shuffled anew each
 * time, nothing dropped; the whole validation split after each epoch, where there is one.
 *
 * <p>Settings: {@code epochs}, {@code batch}, {@code patience}, {@code optimiser}.
 */
public final class StepPlan {
  private static final int VALIDATED_AT_ONCE = 256;

  private final int epochs;
  private final int batch;
  private final int patience;
  private final IntFunction<OptimiserSettings> optimiser;

  private StepPlan(int epochs, int batch, int patience, IntFunction<OptimiserSettings> optimiser) {
    this.epochs = epochs;
    this.batch = batch;
    this.patience = patience;
    this.optimiser = optimiser;
  }

  /** Defaults of a family; {@code optimiser} is HOCON text of a whole optimiser object. */
  public record Defaults(int epochs, int batch, int patience, String optimiser) {}

  /** Reads and checks the plan; the caller reads its own settings and refuses the rest. */
  public static StepPlan read(Settings settings, Defaults defaults) {
    int epochs = settings.integer("epochs", defaults.epochs(), 1, 100_000);
    Settings rule = settings.child("optimiser");
    StepPlan plan =
        new StepPlan(
            epochs,
            settings.integer("batch", defaults.batch(), 1, 1 << 20),
            settings.integer("patience", defaults.patience(), 1, 100_000),
            steps -> OptimiserSettings.read(rule, defaults.optimiser(), epochs, steps));
    plan.optimiser(1);
    return plan;
  }

  public int epochs() {
    return epochs;
  }

  /** The rule with its schedule for an epoch of so many steps. */
  public OptimiserSettings optimiser(int stepsPerEpoch) {
    return optimiser.apply(stepsPerEpoch);
  }

  /** The plan for data. */
  public record Bound(List<Stage> stages, OptimiserSettings optimiser) {}

  /** The plan for the data of a training. */
  public Bound on(TrainingContext context) {
    long seed = RandomStreams.derive(context.seed(), "batches");
    BatchSampler batches = new Shuffled(context.examples(Split.TRAIN), batch, seed);
    Optional<Stage.EarlyStopping> stopping =
        context.dataset().has(Split.VALIDATION)
            ? Optional.of(
                new Stage.EarlyStopping(
                    new Sequential(context.examples(Split.VALIDATION), VALIDATED_AT_ONCE),
                    patience))
            : Optional.empty();
    Stage stage = new Stage("training", batches, epochs, stopping);
    return new Bound(List.of(stage), optimiser(batches.batchesPerEpoch()));
  }
}
