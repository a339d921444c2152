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
 * A gated recurrent unit fed its own prediction, trained by back-propagation through sequences (Cho
 * et al. 2014; for chaos Vlachas et al. 2020). Settings: {@code hidden} (50) and those of {@link
 * CellSettings}.
 */
@AutoService(ModelFamily.class)
public final class GruTbptt implements ModelFamily {
  @Override
  public String name() {
    return "gru-tbptt";
  }

  @Override
  public String title() {
    return "GRU, truncated BPTT";
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
    GruForm form = new GruForm(inputs, CellSettings.hidden(settings, 50));
    return CellSettings.model(name(), context, settings, form);
  }
}
