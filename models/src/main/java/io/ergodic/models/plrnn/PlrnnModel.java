package io.ergodic.models.plrnn;

import io.ergodic.datasets.batch.BatchSampler;
import io.ergodic.datasets.batch.RandomDraws;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Restored;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.occupation.EvenDraws;
import io.ergodic.models.occupation.FreeRunScore;
import io.ergodic.models.plan.SteppedModel;
import io.ergodic.models.training.Stage;
import io.ergodic.models.training.Trainable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A piecewise-linear recurrent network as the families of this package describe it: an
 * architecture, an observation and the common settings.
 *
 * @param stepCost multiply-adds of one state step of one sequence
 */
public record PlrnnModel(
    Architecture architecture,
    PlrnnSettings settings,
    boolean affine,
    int observed,
    double stepCost)
    implements Model {
  public static final Set<Class<? extends Capability>> CAPABILITIES = Set.of(Dynamics.class);

  /** Reads the common settings and the observation, and refuses the rest. */
  public static PlrnnModel read(
      String name,
      Architecture architecture,
      ModelContext context,
      Settings settings,
      PlrnnSettings.Defaults defaults,
      double stepCost) {
    int observed = observed(name, context);
    PlrnnSettings common = PlrnnSettings.read(settings, defaults);
    settings.explain("observation", "from the state to what is observed");
    String kind = settings.choice("observation", "identity", List.of("identity", "affine"));
    boolean affine = kind.equals("affine");
    if (affine && architecture.feedsItself()) {
      throw settings.error(
          "observation",
          "must be identity: what is observed goes into "
              + name
              + " as the first variables of its state");
    }
    if (!affine && architecture.states() < observed) {
      throw settings.error(
          "latent",
          "must be at least "
              + observed
              + ", the dimension of the data, unless observation = affine; it is "
              + architecture.states());
    }
    if (common.regularisation().ofPieces() && !(architecture instanceof PiecewiseArchitecture)) {
      throw settings.error(
          "regularisation", "manifold and convergence are penalties of piecewise-linear maps");
    }
    settings.rejectUnknown();
    return new PlrnnModel(architecture, common, affine, observed, stepCost);
  }

  /** Dimension of the data. */
  public static int observed(String name, ModelContext context) {
    return context.input(Port.SERIES, name).axis(1);
  }

  @Override
  public Trainable prepare(TrainingContext context) {
    List<Series> train = train(context);
    int epochs = Math.multiplyExact(settings.epochs(), settings.selection().trainings());
    Stage stage = new Stage("training", batches(train, context), epochs, Optional.empty());
    List<Series> seen = context.series().series(Split.VALIDATION);
    Optional<FreeRunScore> score =
        settings.selection().active()
            ? Optional.of(
                settings
                    .selection()
                    .score(
                        seen.isEmpty() ? train : smooth(seen),
                        architecture.contextRows(),
                        RandomStreams.derive(context.seed(), "selection")))
            : Optional.empty();
    PlrnnLearner learner =
        new PlrnnLearner(fitted(context), observation(), settings.on(train), score, context.seed());
    return new Trainable.Stepped(learner, List.of(stage));
  }

  private BatchSampler batches(List<Series> train, TrainingContext context) {
    Windows sequences = new Windows(train, settings.sequenceLength() + 1);
    long seed = RandomStreams.derive(context.seed(), "batches");
    return settings.even() > 0
        ? new EvenDraws(
            train, sequences, settings.even(), settings.batch(), settings.batchesPerEpoch(), seed)
        : new RandomDraws(sequences, settings.batch(), settings.batchesPerEpoch(), seed);
  }

  /** Stretches of the train series without a missing value, smoothed. */
  private List<Series> train(TrainingContext context) {
    return smooth(context.series().series(Split.TRAIN));
  }

  private List<Series> smooth(List<Series> series) {
    return series.stream()
        .flatMap(each -> each.complete().stream())
        .map(settings.smoothing()::apply)
        .toList();
  }

  /** States that are observed as they are have the range of the data. */
  private Architecture fitted(TrainingContext context) {
    if (affine) {
      return architecture;
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Series series : context.series().series(Split.TRAIN)) {
      for (double value : series.values()) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return architecture.within(low, high);
  }

  @Override
  public void check(TrainingContext context) {
    new Windows(context.series().series(Split.TRAIN), settings.sequenceLength() + 1);
  }

  @Override
  public Restored restore(Weights weights, Resources resources) {
    return SteppedModel.restored(
        new PlrnnLearner(architecture, observation(), settings, Optional.empty(), 0), weights);
  }

  private ObservationModel observation() {
    return affine
        ? new AffineModel(architecture.states(), observed, settings.regularisation().observation())
        : new IdentityModel(
            architecture.states(),
            observed,
            settings.regularisation().observation(),
            architecture.warmUp() == 0);
  }

  @Override
  public Cost cost() {
    return new Cost(
        architecture.parameterCount() + observation().parameterCount(),
        stepCost * settings.sequenceLength(),
        (double) settings.epochs() * settings.selection().trainings(),
        (double) settings.batchesPerEpoch() * settings.batch());
  }
}
