package io.ergodic.models.synapse;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.plrnn.Forcing;
import io.ergodic.models.plrnn.PlrnnModel;
import io.ergodic.models.plrnn.PlrnnSettings;
import io.ergodic.models.plrnn.TrainingNoise;
import java.util.Optional;
import java.util.Set;

/**
 * A liquid time-constant network (Hasani, Lechner, Amini, Rus, Grosu, AAAI 2021): chemical
 * synapses, fused solver. Settings: {@code units} (32), {@code unfolds} (6) and those of {@link
 * PlrnnSettings}.
 */
@AutoService(ModelFamily.class)
public final class LiquidTimeConstant implements ModelFamily {
  private static final PlrnnSettings.Defaults DEFAULTS =
      new PlrnnSettings.Defaults(
          200, new Forcing.Sparse(16), TrainingNoise.NONE, "name = adam, learningRate = 1e-2");

  @Override
  public String name() {
    return "ltc";
  }

  @Override
  public String title() {
    return "LTC";
  }

  /** 2: units are squashed as those of all other kernels. */
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
    return Optional.of("liquid-time-constant-networks");
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    settings.explain(
        "units", "leaky units",
        "unfolds", "steps of the solver from row to row");
    int inputs = PlrnnModel.observed(name(), context);
    int units = settings.integer("units", 32, 1, 4096);
    int unfolds = settings.integer("unfolds", 6, 1, 1000);
    SynapticArchitecture architecture =
        new SynapticArchitecture(inputs, units, unfolds, SynapseKind.CHEMICAL);
    return PlrnnModel.read(
        name(), architecture, context, settings, DEFAULTS, architecture.multiplyAdds());
  }
}
