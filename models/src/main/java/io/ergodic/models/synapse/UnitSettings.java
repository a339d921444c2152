package io.ergodic.models.synapse;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.plrnn.Forcing;
import io.ergodic.models.plrnn.PlrnnModel;
import io.ergodic.models.plrnn.PlrnnSettings;
import io.ergodic.models.plrnn.TrainingNoise;

/**
 * What all families of this package read: {@code units} (32), {@code unfolds} (6) and the settings
 * of {@link PlrnnSettings}.
 */
final class UnitSettings {
  private UnitSettings() {}

  /** What units of so many inputs, so many of them and steps a row, are. */
  interface Form {
    UnitArchitecture of(int inputs, int units, int unfolds);
  }

  /**
   * Reads the common settings and refuses the rest.
   *
   * @param rate of learning, where none is set
   */
  static Model model(String name, ModelContext context, Settings settings, double rate, Form form) {
    settings.explain(
        "units", "leaky units",
        "unfolds", "steps of the solver from row to row");
    UnitArchitecture architecture =
        form.of(
            PlrnnModel.observed(name, context),
            settings.integer("units", 32, 1, 4096),
            settings.integer("unfolds", 6, 1, 1000));
    PlrnnSettings.Defaults defaults =
        new PlrnnSettings.Defaults(
            200, new Forcing.Sparse(16), TrainingNoise.NONE, "name = adam, learningRate = " + rate);
    return PlrnnModel.read(
        name, architecture, context, settings, defaults, architecture.multiplyAdds());
  }
}
