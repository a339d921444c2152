package io.ergodic.models.plrnn;

import io.ergodic.datasets.batch.RandomWindows;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.training.Trainable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the families of this package are trained: from an architecture and settings to steps. */
final class PlrnnTraining {
  static final Set<Class<? extends Capability>> CAPABILITIES = Set.of(Dynamics.class);

  private PlrnnTraining() {}

  /** The common settings, the observation chosen, and the rest refused. */
  static Trainable trainable(
      String name,
      Architecture architecture,
      TrainingContext context,
      Settings settings,
      PlrnnSettings.Defaults defaults) {
    SeriesDataset data = context.series(name);
    int observed = data.dimension();
    PlrnnSettings common = PlrnnSettings.read(settings, defaults);
    String kind = settings.choice("observation", "identity", List.of("identity", "affine"));
    if (kind.equals("identity") && architecture.states() < observed) {
      throw settings.error(
          "latent",
          "must be at least "
              + observed
              + ", the dimension of the data, unless observation = affine; it is "
              + architecture.states());
    }
    settings.rejectUnknown();
    ObservationModel observation =
        kind.equals("affine")
            ? new AffineModel(architecture.states(), observed, common.observationPenalty())
            : new IdentityModel(architecture.states(), observed, common.observationPenalty());
    Windows windows = new Windows(data.series(Split.TRAIN), common.sequenceLength() + 1);
    RandomWindows batches =
        new RandomWindows(
            windows,
            common.batch(),
            common.batchesPerEpoch(),
            RandomStreams.derive(context.seed(), "batches"));
    PlrnnLearner learner = new PlrnnLearner(architecture, observation, common, context.seed());
    return new Trainable.Stepped(learner, batches, common.epochs(), Optional.empty());
  }

  /** Steps x time x batch, by what one state step of one sequence costs. */
  static double cost(Settings settings, PlrnnSettings.Defaults defaults, double perStep) {
    PlrnnSettings common = PlrnnSettings.read(settings, defaults);
    return perStep
        * common.epochs()
        * common.batchesPerEpoch()
        * common.batch()
        * common.sequenceLength();
  }
}
