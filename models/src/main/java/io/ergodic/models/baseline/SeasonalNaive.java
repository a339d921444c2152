package io.ergodic.models.baseline;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import java.util.Optional;
import java.util.Set;

/** The last season repeats. Setting: {@code period} in rows (24), at most the look-back. */
@AutoService(ModelFamily.class)
public final class SeasonalNaive implements ModelFamily {
  @Override
  public String name() {
    return "seasonal-naive";
  }

  @Override
  public String title() {
    return "Seasonal naive";
  }

  @Override
  public Engine engine() {
    return Engine.CLOSED_FORM;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return Set.of(Forecaster.class);
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
    int dimension = context.input(Port.SERIES, name()).axis(1);
    int lookback = context.input().axis(0);
    int horizon = context.output(Port.SERIES, name()).axis(0);
    int period = settings.integer("period", Math.min(24, lookback), 1, lookback);
    settings.explain("period", "rows of a season");
    settings.rejectUnknown();
    int first = lookback - period;
    return FixedRule.model(
        new RowForecaster(lookback, horizon, dimension, row -> first + row % period, new float[0]));
  }
}
