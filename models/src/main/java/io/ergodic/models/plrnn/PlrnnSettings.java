package io.ergodic.models.plrnn;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.optimiser.OptimiserSettings;
import java.util.List;

/**
 * What all piecewise-linear recurrent networks are trained by.
 *
 * @param sequenceLength T: steps of a training sequence
 * @param batch sequences a step
 * @param noise added to every batch
 * @param regularisation of weights
 */
record PlrnnSettings(
    int sequenceLength,
    int batch,
    int batchesPerEpoch,
    int epochs,
    Forcing forcing,
    TrainingNoise noise,
    Regularisation regularisation,
    OptimiserSettings optimiser) {

  /** The values of the paper, used where the configuration is silent. */
  record Defaults(int epochs, Forcing forcing, TrainingNoise noise, String optimiser) {}

  /** Reads all common keys; the caller reads its own and refuses the rest. */
  static PlrnnSettings read(Settings settings, Defaults defaults) {
    settings.explain(
        "epochs", "epochs of training",
        "batchesPerEpoch", "batches in an epoch",
        "sequenceLength", "steps of a training sequence",
        "batch", "sequences of a batch");
    int epochs = settings.integer("epochs", defaults.epochs(), 1, 10_000_000);
    int batchesPerEpoch = settings.integer("batchesPerEpoch", 50, 1, 1_000_000);
    return new PlrnnSettings(
        settings.integer("sequenceLength", 200, 1, 1_000_000),
        settings.integer("batch", 16, 1, 65_536),
        batchesPerEpoch,
        epochs,
        Forcing.read(settings.child("forcing"), defaults.forcing()),
        TrainingNoise.read(settings, defaults.noise()),
        Regularisation.read(settings.child("regularisation")),
        OptimiserSettings.read(
            settings.child("optimiser"), defaults.optimiser(), epochs, batchesPerEpoch));
  }

  /** The same with what depends on the data known. */
  PlrnnSettings on(List<Series> train) {
    return new PlrnnSettings(
        sequenceLength,
        batch,
        batchesPerEpoch,
        epochs,
        forcing.on(train),
        noise,
        regularisation,
        optimiser);
  }
}
