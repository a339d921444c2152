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
 * The recurrent highway network (Zilly, Srivastava, Koutnik, Schmidhuber, ICML 2017), fed its own
 * prediction, with the gates and the attention that "Deconstructing Recurrence, Attention, and
 * Gating" (2024) takes apart. Settings: {@code hidden} (50), {@code depth} (3), {@code gating}
 * (coupled; none, additive, rate), {@code window} (0): past hidden states that are attended to, and
 * those of {@link CellSettings}.
 */
@AutoService(ModelFamily.class)
public final class RecurrentHighway implements ModelFamily {
  @Override
  public String name() {
    return "rhn";
  }

  @Override
  public String title() {
    return "Recurrent highway network";
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
    settings.explain("depth", "layers a step passes");
    int inputs = PlrnnModel.observed(name(), context);
    HighwayForm form =
        new HighwayForm(
            inputs,
            CellSettings.hidden(settings, 50),
            settings.integer("depth", 3, 1, 20),
            gating(settings, Gating.COUPLED),
            window(settings));
    return CellSettings.model(name(), context, settings, form);
  }

  /** How layers let their old state pass. */
  static Gating gating(Settings settings, Gating byDefault) {
    settings.explain("gating", "how a layer lets its old state pass beside the new one");
    return settings.choice("gating", byDefault);
  }

  /** Past states that are attended to. */
  static int window(Settings settings) {
    settings.explain("window", "past hidden states that are attended to");
    return settings.integer("window", 0, 0, 1000);
  }
}
