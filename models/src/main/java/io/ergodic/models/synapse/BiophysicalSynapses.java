package io.ergodic.models.synapse;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.plrnn.PlrnnModel;
import java.util.Optional;
import java.util.Set;

/**
 * Leaky units with synapses of a kind: the ladder from additive over electrical and gated ones to
 * the chemical ones of liquid time-constant networks, all by the fused solver. Settings: {@code
 * synapse} (chemical) and those of {@link UnitSettings}.
 */
@AutoService(ModelFamily.class)
public final class BiophysicalSynapses implements ModelFamily {
  @Override
  public String name() {
    return "synapses";
  }

  @Override
  public String title() {
    return "Synapses";
  }

  /** 2: maps and squashing are those of all other kernels. */
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
    settings.explain("synapse", "what a unit brings to another");
    SynapseKind kind = settings.choice("synapse", SynapseKind.CHEMICAL);
    return UnitSettings.model(
        name(),
        context,
        settings,
        1e-2,
        (inputs, units, unfolds) -> new SynapticArchitecture(inputs, units, unfolds, kind));
  }
}
