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
 * The piecewise-linear RNN (Durstewitz 2017), plain or mean-centred, with sparse teacher forcing.
 * Settings: {@code latent} (20), {@code centred} (false) and those of {@link PlrnnSettings}.
 */
@AutoService(ModelFamily.class)
public final class VanillaPlrnn implements ModelFamily {
  private static final PlrnnSettings.Defaults DEFAULTS =
      new PlrnnSettings.Defaults(
          2000,
          new Forcing.Sparse(25),
          new TrainingNoise(0.05, true),
          "name = radam, learningRate = 1e-3, schedule { name = exponential, end = 1e-5 }");

  @Override
  public String name() {
    return "plrnn";
  }

  @Override
  public String title() {
    return "PLRNN";
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
    return Optional.empty();
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    settings.explain(
        "latent", "variables of the state",
        "centred", "whether units are rectified less their mean");
    int states = settings.integer("latent", 20, 1, 4096);
    boolean centred = settings.flag("centred", false);
    return PlrnnModel.read(
        name(),
        new VanillaArchitecture(states, centred),
        context,
        settings,
        DEFAULTS,
        (double) states * states + states);
  }
}
