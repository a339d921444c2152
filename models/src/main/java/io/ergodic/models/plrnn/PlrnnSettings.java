package io.ergodic.models.plrnn;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.optimiser.OptimiserSettings;
import io.ergodic.models.regression.Smoothing;
import java.util.List;

/**
 * What all piecewise-linear recurrent networks are trained by.
 *
 * @param sequenceLength T: steps of a training sequence
 * @param settling first steps of a sequence whose errors do not count
 * @param batch sequences a step
 * @param smoothing of the train series
 * @param even part of the sequences drawn evenly over the state space, not over time
 * @param noise added to every batch
 * @param selection of the checkpoint that is kept
 * @param regularisation of weights
 */
public record PlrnnSettings(
    int sequenceLength,
    int settling,
    int batch,
    int batchesPerEpoch,
    int epochs,
    Forcing forcing,
    Smoothing smoothing,
    double even,
    TrainingNoise noise,
    Regularisation regularisation,
    Selection selection,
    OptimiserSettings optimiser) {

  /** The values of the paper, used where the configuration is silent. */
  public record Defaults(int epochs, Forcing forcing, TrainingNoise noise, String optimiser) {}

  /** Reads all common keys; the caller reads its own and refuses the rest. */
  public static PlrnnSettings read(Settings settings, Defaults defaults) {
    settings.explain(
        "epochs", "epochs of training",
        "batchesPerEpoch", "batches in an epoch",
        "sequenceLength", "steps of a training sequence",
        "settling", "first steps of a sequence whose errors do not count",
        "batch", "sequences of a batch",
        "even", "part of the sequences drawn evenly over visited states, not over time");
    int epochs = settings.integer("epochs", defaults.epochs(), 1, 10_000_000);
    int batchesPerEpoch = settings.integer("batchesPerEpoch", 50, 1, 1_000_000);
    int length = settings.integer("sequenceLength", 200, 1, 1_000_000);
    return new PlrnnSettings(
        length,
        settings.integer("settling", 0, 0, length - 1),
        settings.integer("batch", 16, 1, 65_536),
        batchesPerEpoch,
        epochs,
        Forcing.read(settings.child("forcing"), defaults.forcing()),
        Smoothing.read(settings.child("smoothing")),
        settings.number("even", 0, 0, 1),
        TrainingNoise.read(settings, defaults.noise()),
        Regularisation.read(settings.child("regularisation")),
        Selection.read(settings.child("selection")),
        OptimiserSettings.read(
            settings.child("optimiser"), defaults.optimiser(), epochs, batchesPerEpoch));
  }

  /** The same with what depends on the data known. */
  PlrnnSettings on(List<Series> train) {
    return new PlrnnSettings(
        sequenceLength,
        settling,
        batch,
        batchesPerEpoch,
        epochs,
        forcing.on(train),
        smoothing,
        even,
        noise,
        regularisation,
        selection,
        optimiser);
  }
}
