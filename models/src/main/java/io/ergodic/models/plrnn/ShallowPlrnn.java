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
 * The clipped shallow PLRNN with generalised teacher forcing (Hess, Monfared, Brenner, Durstewitz,
 * ICML 2023). Settings: {@code latent} (the dimension of the data), {@code hidden} (100), {@code
 * thresholds} (0) and those of {@link PlrnnSettings}; the defaults are those of the published code.
 */
@AutoService(ModelFamily.class)
public final class ShallowPlrnn implements ModelFamily {
  private static final PlrnnSettings.Defaults DEFAULTS =
      new PlrnnSettings.Defaults(
          5000,
          Forcing.Adaptive.PUBLISHED,
          new TrainingNoise(0, true),
          "name = radam, learningRate = 1e-3, schedule { name = exponential, end = 1e-6 }");

  @Override
  public String name() {
    return "shallow-plrnn";
  }

  @Override
  public String title() {
    return "shPLRNN + GTF";
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
    return Optional.of("generalized-teacher-forcing-for-learning-chaotic-dynamics");
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    settings.explain(
        "latent", "variables of the state",
        "hidden", "hidden units",
        "thresholds", "how far apart thresholds begin, in deviations; 0 for 1 / sqrt(hidden)");
    int states = settings.integer("latent", PlrnnModel.observed(name(), context), 1, 4096);
    int hidden = settings.integer("hidden", 100, 1, 65_536);
    double spread = settings.number("thresholds", 0, 0, 1e6);
    return PlrnnModel.read(
        name(),
        new ShallowArchitecture(states, hidden, spread),
        context,
        settings,
        DEFAULTS,
        2.0 * states * hidden + states);
  }
}
