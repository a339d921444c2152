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
 * A long short-term memory fed its own prediction, trained by back-propagation through sequences
 * (Hochreiter and Schmidhuber 1997; for chaos Vlachas et al. 2018). Settings: {@code hidden} (50):
 * it has twice as many variables in memory, {@code coupled} (false): whether what is forgotten is
 * what is written, and those of {@link CellSettings}.
 */
@AutoService(ModelFamily.class)
public final class LstmTbptt implements ModelFamily {
  @Override
  public String name() {
    return "lstm-tbptt";
  }

  @Override
  public String title() {
    return "LSTM, truncated BPTT";
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
    settings.explain("coupled", "whether what is forgotten is what is written");
    int inputs = PlrnnModel.observed(name(), context);
    int hidden = CellSettings.hidden(settings, 50);
    LstmForm form = new LstmForm(inputs, hidden, settings.flag("coupled", false));
    return CellSettings.model(name(), context, settings, form);
  }
}
