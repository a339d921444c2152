package io.ergodic.models.baseline;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.capability.RestingDynamics;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import java.util.Optional;
import java.util.Set;

/** Everything stays as it was last seen. No settings. */
@AutoService(ModelFamily.class)
public final class Persistence implements ModelFamily {
  @Override
  public String name() {
    return "persistence";
  }

  @Override
  public String title() {
    return "Persistence";
  }

  @Override
  public Engine engine() {
    return Engine.CLOSED_FORM;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return Set.of(Forecaster.class, Dynamics.class);
  }

  @Override
  public Optional<String> paper() {
    return Optional.empty();
  }

  @Override
  public boolean deterministic() {
    return true;
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    settings.rejectUnknown();
    int dimension = context.input(Port.SERIES, name()).axis(1);
    if (context.output().layout().equals(Port.DYNAMICS)) {
      return FixedRule.model(new RestingDynamics(dimension));
    }
    int lookback = context.input().axis(0);
    int horizon = context.output(Port.SERIES, name()).axis(0);
    return FixedRule.model(
        new RowForecaster(lookback, horizon, dimension, row -> lookback - 1, new float[0]));
  }
}
