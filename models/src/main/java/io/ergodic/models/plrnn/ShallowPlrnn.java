package io.ergodic.models.plrnn;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.training.Trainable;
import java.util.Optional;
import java.util.Set;

/**
 * The clipped shallow PLRNN with generalised teacher forcing (Hess, Monfared, Brenner, Durstewitz,
 * ICML 2023). Settings: {@code latent} (the dimension of the data), {@code hidden} (100) and those
 * of {@link PlrnnSettings}; the defaults are those of the published code.
 */
@AutoService(ModelFamily.class)
public final class ShallowPlrnn implements ModelFamily {
  private static final PlrnnSettings.Defaults DEFAULTS =
      new PlrnnSettings.Defaults(
          5000,
          new Forcing.Adaptive(Forcing.Estimate.PRODUCT_UPPER_BOUND, 5, 0.999, 1),
          0,
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
    return PlrnnTraining.CAPABILITIES;
  }

  @Override
  public Optional<String> paper() {
    return Optional.of("generalized-teacher-forcing-for-learning-chaotic-dynamics");
  }

  @Override
  public Trainable create(TrainingContext context, Settings settings) {
    int observed = context.series(name()).dimension();
    ShallowArchitecture architecture =
        new ShallowArchitecture(settings.integer("latent", observed, 1, 4096), hidden(settings));
    return PlrnnTraining.trainable(name(), architecture, context, settings, DEFAULTS);
  }

  @Override
  public double cost(Settings settings) {
    double states = settings.integer("latent", 3, 1, 4096);
    return PlrnnTraining.cost(settings, DEFAULTS, 14 * states * hidden(settings));
  }

  private static int hidden(Settings settings) {
    return settings.integer("hidden", 100, 1, 65_536);
  }
}
