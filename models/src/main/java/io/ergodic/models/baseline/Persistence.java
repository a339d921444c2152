package io.ergodic.models.baseline;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
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
  public Trainable create(TrainingContext context, Settings settings) {
    settings.rejectUnknown();
    int dimension = context.series(name()).dimension();
    if (context.task() instanceof Task.Reconstruction) {
      return solved(new RestingDynamics(dimension, new double[0]));
    }
    Task.Forecasting task = context.forecasting(name());
    int last = task.lookback() - 1;
    return solved(
        new RowForecaster(task.lookback(), task.horizon(), dimension, row -> last, new float[0]));
  }

  private static Trainable solved(Capability rule) {
    return new Trainable.Solved(new ConstantSolver(rule, 0), List.of());
  }
}
