package io.ergodic.models.plrnn;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import java.util.Optional;
import java.util.Set;

/**
 * The almost-linear RNN with sparse teacher forcing (Brenner et al., NeurIPS 2024). Settings:
 * {@code latent} (20), {@code rectified} (2): the units that are not linear, and those of {@link
 * PlrnnSettings}; the defaults are those of the published Lorenz run.
 */
@AutoService(ModelFamily.class)
public final class AlmostLinearRnn implements ModelFamily {
  private static final PlrnnSettings.Defaults DEFAULTS =
      new PlrnnSettings.Defaults(
          2000,
          new Forcing.Sparse(16),
          new TrainingNoise(0.05, true),
          "name = radam, learningRate = 1e-3, schedule { name = exponential, end = 1e-5 }");

  @Override
  public String name() {
    return "al-rnn";
  }

  @Override
  public String title() {
    return "AL-RNN";
  }

  @Override
  public Engine engine() {
    return Engine.FUSED;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return PlrnnModel.CAPABILITIES;
  }

  @Override
  public Optional<String> paper() {
    return Optional.of("almost-linear-rnns-yield-highly-interpretable-symbolic");
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    settings.explain(
        "latent", "variables of the state",
        "rectified", "of these, how many are rectified");
    int states = settings.integer("latent", 20, 1, 4096);
    int rectified = settings.integer("rectified", Math.min(2, states), 0, states);
    return PlrnnModel.read(
        name(),
        new AlmostLinearArchitecture(states, rectified),
        context,
        settings,
        DEFAULTS,
        (double) states * states + states);
  }
}
