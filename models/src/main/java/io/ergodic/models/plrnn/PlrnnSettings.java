package io.ergodic.models.plrnn;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.optimiser.OptimiserSettings;

/**
 * What all piecewise-linear recurrent networks are trained by.
 *
 * @param sequenceLength T: steps of a training sequence
 * @param batch sequences a step
 * @param noise standard deviation of the noise added to inputs and targets of every batch
 * @param latentPenalty weight of |1 - A|^2 + |other weights|^2
 * @param observationPenalty weight of the observation's regularisation
 */
record PlrnnSettings(
    int sequenceLength,
    int batch,
    int batchesPerEpoch,
    int epochs,
    Forcing forcing,
    double noise,
    double latentPenalty,
    double observationPenalty,
    OptimiserSettings optimiser) {

  /** The values of the paper, used where the configuration is silent. */
  record Defaults(int epochs, Forcing forcing, double noise, String optimiser) {}

  /** Reads all common keys; the caller reads its own and refuses the rest. */
  static PlrnnSettings read(Settings settings, Defaults defaults) {
    settings.explain(
        "epochs", "epochs of training",
        "batchesPerEpoch", "batches in an epoch",
        "sequenceLength", "steps of a training sequence",
        "batch", "sequences of a batch",
        "noise", "deviation of noise added to training sequences");
    int epochs = settings.integer("epochs", defaults.epochs(), 1, 10_000_000);
    int batchesPerEpoch = settings.integer("batchesPerEpoch", 50, 1, 1_000_000);
    Settings regularisation = settings.child("regularisation");
    regularisation.explain(
        "latent", "penalty that pulls the state map towards the identity",
        "observation", "penalty on the observation");
    PlrnnSettings read =
        new PlrnnSettings(
            settings.integer("sequenceLength", 200, 1, 1_000_000),
            settings.integer("batch", 16, 1, 65_536),
            batchesPerEpoch,
            epochs,
            Forcing.read(settings.child("forcing"), defaults.forcing()),
            settings.number("noise", defaults.noise(), 0, 1e6),
            regularisation.number("latent", 0, 0, 1e6),
            regularisation.number("observation", 0, 0, 1e6),
            OptimiserSettings.read(
                settings.child("optimiser"), defaults.optimiser(), epochs, batchesPerEpoch));
    regularisation.rejectUnknown();
    return read;
  }
}
