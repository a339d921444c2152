package io.ergodic.models.cell;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.plrnn.Forcing;
import io.ergodic.models.plrnn.PlrnnModel;
import io.ergodic.models.plrnn.PlrnnSettings;
import io.ergodic.models.plrnn.TrainingNoise;

/**
 * What all cells of this package read: {@code hidden}, {@code warmUp} (50) and the settings of
 * {@link PlrnnSettings}. By default the data alone is read while training (constant forcing of
 * strength 1), by the schedule of the piecewise-linear networks they are compared with, gradients
 * clipped to 1. No published protocol says how long a memory is warmed up: 50 rows are ours.
 */
final class CellSettings {
  private static final PlrnnSettings.Defaults DEFAULTS =
      new PlrnnSettings.Defaults(
          5000,
          new Forcing.Constant(1),
          TrainingNoise.NONE,
          "name = radam, learningRate = 1e-3, clipNorm = 1,"
              + " schedule { name = exponential, end = 1e-6 }");

  private CellSettings() {}

  /** The number of hidden variables. */
  static int hidden(Settings settings, int byDefault) {
    settings.explain("hidden", "hidden variables that are read out");
    return settings.integer("hidden", byDefault, 1, 4096);
  }

  /** Reads the common settings and refuses the rest. */
  static Model model(String name, ModelContext context, Settings settings, CellForm form) {
    settings.explain(
        "warmUp",
        "rows of data that are read, from a memory of zeros, before it goes on by itself");
    int warmUp = settings.integer("warmUp", 50, 1, 1_000_000);
    PlrnnSettings common = PlrnnSettings.read(settings, DEFAULTS);
    if (common.forcing() instanceof Forcing.Shooting) {
      throw settings.error(
          "forcing.kind", name + " cannot start anew without its memory; use constant or sparse");
    }
    if (common.forcing() instanceof Forcing.Adaptive) {
      throw settings.error(
          "forcing.kind",
          "adaptive is not for "
              + name
              + ": its strength is estimated from states behind single observations, and the"
              + " memory is not seen in one; use constant or sparse");
    }
    if (common.regularisation().observation() != 0 || common.regularisation().ofPieces()) {
      throw settings.error(
          "regularisation",
          name
              + " has no diagonal, and no weights between state and observation beside its own; use"
              + " latent");
    }
    if (warmUp >= common.sequenceLength()) {
      throw settings.error(
          "warmUp",
          "must be below sequenceLength, " + common.sequenceLength() + "; it is " + warmUp);
    }
    settings.rejectUnknown();
    CellArchitecture architecture = new CellArchitecture(form, warmUp);
    return new PlrnnModel(
        architecture, common, false, form.inputs(), architecture.parameterCount());
  }
}
