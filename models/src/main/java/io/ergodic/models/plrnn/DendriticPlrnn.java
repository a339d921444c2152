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
 * The dendritic PLRNN with sparse teacher forcing (Brenner et al., ICML 2022). Settings: {@code
 * latent} (22), {@code bases} (20), {@code clipped} (true) and those of {@link PlrnnSettings}.
 */
@AutoService(ModelFamily.class)
public final class DendriticPlrnn implements ModelFamily {
  private static final PlrnnSettings.Defaults DEFAULTS =
      new PlrnnSettings.Defaults(
          2000,
          new Forcing.Sparse(25),
          new TrainingNoise(0.05, false),
          "name = radam, learningRate = 1e-3, schedule { name = exponential, end = 1e-5 }");

  @Override
  public String name() {
    return "dendritic-plrnn";
  }

  @Override
  public String title() {
    return "dendPLRNN";
  }

  /** 2: noise on inputs alone, and no latent penalty on thresholds. */
  @Override
  public int revision() {
    return 2;
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
        "bases", "branches of a unit",
        "clipped", "whether what a unit passes on is bounded");
    int states = settings.integer("latent", 22, 1, 4096);
    int bases = settings.integer("bases", 20, 1, 4096);
    boolean clipped = settings.flag("clipped", true);
    return PlrnnModel.read(
        name(),
        new DendriticArchitecture(states, bases, clipped),
        context,
        settings,
        DEFAULTS,
        (double) states * states + states * (2.0 * bases + 1));
  }
}
