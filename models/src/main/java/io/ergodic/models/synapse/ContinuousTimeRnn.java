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
 * The continuous-time recurrent network (Funahashi and Nakamura 1993) as a baseline of liquid
 * time-constant networks, its time constants trained. Settings: those of {@link UnitSettings}.
 */
@AutoService(ModelFamily.class)
public final class ContinuousTimeRnn implements ModelFamily {
  @Override
  public String name() {
    return "ct-rnn";
  }

  @Override
  public String title() {
    return "CT-RNN";
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
    return Optional.empty();
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    return UnitSettings.model(name(), context, settings, 1e-3, LeakyArchitecture::new);
  }
}
