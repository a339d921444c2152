package io.ergodic.models.baseline;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.SolvedModel;
import io.ergodic.models.family.TrainingContext;
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
  public boolean deterministic() {
    return true;
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    int lookback = context.input(Port.SERIES, name()).axis(0);
    int variables = context.input().axis(1);
    int horizon = context.output(Port.SERIES, name()).axis(0);
    double[] penalties = penalties(settings);
    settings.rejectUnknown();
    return new SolvedModel(
        training -> solved(training, lookback, horizon, variables, penalties),
        solution -> new LinearForecaster(lookback, horizon, variables, solution),
        new Cost((long) lookback * horizon, (double) lookback * horizon * variables, 1, 0));
  }

  private static double[] penalties(Settings settings) {
    if (!settings.has("penalties")) {
      return new double[] {1e-2, 1e-1, 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
    }
    double[] penalties = settings.numbers("penalties");
    for (double penalty : penalties) {
      if (!(penalty > 0)) {
        throw settings.error("penalties", "must be positive numbers, not " + penalty);
      }
    }
    if (penalties.length == 0) {
      throw settings.error("penalties", "must not be empty");
    }
    return penalties;
  }

  private static SolvedModel.Fit solved(
      TrainingContext context, int lookback, int horizon, int variables, double[] penalties) {
    Examples train = context.examples(Split.TRAIN);
    Examples validation = penalties.length > 1 ? context.examples(Split.VALIDATION) : train;
    RidgeSolver solver =
        new RidgeSolver(
            lookback, horizon, variables, penalties, new Sequential(validation, WINDOWS_A_BATCH));
    return new SolvedModel.Fit(solver, new Sequential(train, WINDOWS_A_BATCH));
  }
}
