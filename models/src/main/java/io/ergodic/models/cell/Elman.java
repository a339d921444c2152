package io.ergodic.models.cell;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.kernel.Gating;
import io.ergodic.models.plrnn.PlrnnModel;
import java.util.Optional;
import java.util.Set;

/**
 * The network of Elman (1990), h' = tanh(W x + U h + b), fed its own prediction. Settings: {@code
 * hidden} (50), {@code gating} (none), {@code window} (0) as of {@link RecurrentHighway}, which it
 * is with one layer, and those of {@link CellSettings}.
 */
@AutoService(ModelFamily.class)
public final class Elman implements ModelFamily {
  @Override
  public String name() {
    return "elman";
  }

  @Override
  public String title() {
    return "Elman network";
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
    return Optional.of("deconstructing-recurrence-attention-and-gating");
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    int inputs = PlrnnModel.observed(name(), context);
    HighwayForm form =
        new HighwayForm(
            inputs,
            CellSettings.hidden(settings, 50),
            1,
            RecurrentHighway.gating(settings, Gating.NONE),
            RecurrentHighway.window(settings));
    return CellSettings.model(name(), context, settings, form);
  }
}
