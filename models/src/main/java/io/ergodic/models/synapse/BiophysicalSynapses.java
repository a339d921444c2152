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
 * Leaky units with synapses of a kind: the ladder from additive over electrical and gated ones to
 * the chemical ones of liquid time-constant networks, all by the fused solver. Settings: {@code
 * synapse} (chemical), {@code units} (32), {@code unfolds} (6) and those of {@link PlrnnSettings}.
 */
@AutoService(ModelFamily.class)
public final class BiophysicalSynapses implements ModelFamily {
  private static final PlrnnSettings.Defaults DEFAULTS =
      new PlrnnSettings.Defaults(
          200, new Forcing.Sparse(16), TrainingNoise.NONE, "name = adam, learningRate = 1e-2");

  @Override
  public String name() {
    return "synapses";
  }

  @Override
  public String title() {
    return "Synapses";
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
    return Optional.of("on-the-benefits-of-biophysical-synapses");
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    settings.explain(
        "synapse", "what a unit brings to another",
        "units", "leaky units",
        "unfolds", "steps of the solver from row to row");
    int inputs = PlrnnModel.observed(name(), context);
    int units = settings.integer("units", 32, 1, 4096);
    int unfolds = settings.integer("unfolds", 6, 1, 1000);
    String synapse = settings.choice("synapse", "chemical", SynapseKind.words());
    SynapticArchitecture architecture =
        new SynapticArchitecture(inputs, units, unfolds, SynapseKind.of(synapse));
    return PlrnnModel.read(
        name(), architecture, context, settings, DEFAULTS, architecture.multiplyAdds());
  }
}
