package io.ergodic.models.baseline;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.SequentialWindows;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.training.Trainable;
import java.util.Optional;
import java.util.Set;

/**
 * The linear forecaster in closed form: NLinear's map (less the last value, shared by all
 * variables) at its ridge optimum. Setting: {@code penalties}, a list to choose from on the
 * validation split (1e-2, 1e-1, ..., 1e6); a single one needs no validation split.
 */
@AutoService(ModelFamily.class)
public final class Ridge implements ModelFamily {
  private static final int WINDOWS_A_BATCH = 256;

  @Override
  public String name() {
    return "ridge";
  }

  @Override
  public String title() {
    return "Ridge (closed-form NLinear)";
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
    SeriesDataset data = context.series(name());
    Task.Forecasting task = context.forecasting(name());
    double[] penalties = {1e-2, 1e-1, 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
    if (settings.has("penalties")) {
      penalties = settings.numbers("penalties");
      for (double penalty : penalties) {
        if (!(penalty > 0)) {
          throw settings.error("penalties", "must be positive numbers, not " + penalty);
        }
      }
      if (penalties.length == 0) {
        throw settings.error("penalties", "must not be empty");
      }
    }
    settings.rejectUnknown();
    Windows train = windows(data, Split.TRAIN, task);
    Windows validation = penalties.length > 1 ? windows(data, Split.VALIDATION, task) : train;
    RidgeSolver solver =
        new RidgeSolver(
            task.lookback(),
            task.horizon(),
            data.dimension(),
            penalties,
            new SequentialWindows(validation, WINDOWS_A_BATCH));
    return new Trainable.Solved(solver, new SequentialWindows(train, WINDOWS_A_BATCH));
  }

  private static Windows windows(SeriesDataset data, Split split, Task.Forecasting task) {
    return Windows.forecasting(data, split, task.lookback(), task.horizon());
  }
}
