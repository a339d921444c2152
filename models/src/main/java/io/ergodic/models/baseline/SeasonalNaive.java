package io.ergodic.models.baseline;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.training.Trainable;
import java.util.List;
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
  public Trainable create(TrainingContext context, Settings settings) {
    Task.Forecasting task = context.forecasting(name());
    int dimension = context.series(name()).dimension();
    int period = settings.integer("period", Math.min(24, task.lookback()), 1, task.lookback());
    settings.rejectUnknown();
    int first = task.lookback() - period;
    RowForecaster rule =
        new RowForecaster(
            task.lookback(), task.horizon(), dimension, row -> first + row % period, new float[0]);
    return new Trainable.Solved(new ConstantSolver(rule, 0), List.of());
  }
}
