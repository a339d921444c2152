package io.ergodic.models.cell;

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
 * A long expressive memory fed its own prediction (Rusch, Mishra, Erichson, Mahoney, ICLR 2022).
 * Settings: {@code hidden} (50): it has twice as many variables in memory, {@code step} (1): dt,
 * the longest time scale of a step, and those of {@link CellSettings}.
 */
@AutoService(ModelFamily.class)
public final class Lem implements ModelFamily {
  @Override
  public String name() {
    return "lem";
  }

  @Override
  public String title() {
    return "LEM";
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
    settings.explain("step", "longest time scale of a step");
    int inputs = PlrnnModel.observed(name(), context);
    int hidden = CellSettings.hidden(settings, 50);
    LemForm form = new LemForm(inputs, hidden, settings.number("step", 1, 1e-6, 1));
    return CellSettings.model(name(), context, settings, form);
  }
}
