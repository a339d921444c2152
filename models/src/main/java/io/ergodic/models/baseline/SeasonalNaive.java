package io.ergodic.models.baseline;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import java.util.Optional;
import java.util.Set;

/**
 * The last season repeats. Setting: {@code period} in rows, at most the look-back; where it is not
 * set, the property {@code seasonality} of the data, by which MASE is scaled too.
 */
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
    int period = period(context, settings, lookback);
    settings.explain("period", "rows of a season");
    settings.rejectUnknown();
    int first = lookback - period;
    return FixedRule.model(
        new RowForecaster(lookback, horizon, dimension, row -> first + row % period, new float[0]));
  }

  private static int period(ModelContext context, Settings settings, int lookback) {
    Double season = context.schema().properties().get("seasonality");
    if (settings.has("period")) {
      return settings.integer("period", 1, lookback);
    }
    String dataset = "datasets." + context.dataset() + ".seasonality";
    if (season == null) {
      throw new InvalidInputException(
          settings.path("period")
              + ": required where the data names no season; "
              + dataset
              + " = ROWS says it for all systems and for MASE");
    }
    if (season > lookback) {
      throw new InvalidInputException(
          settings.path("period")
              + ": the season of "
              + Math.round(season)
              + " rows ("
              + dataset
              + ") is longer than the look-back of "
              + lookback);
    }
    return settings.integer("period", (int) Math.round(season), 1, lookback);
  }
}
