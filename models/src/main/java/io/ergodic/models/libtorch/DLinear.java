package io.ergodic.models.libtorch;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.libtorch.block.Block;
import io.ergodic.models.libtorch.block.Linear;
import io.ergodic.models.libtorch.block.Parameters;
import io.ergodic.models.libtorch.block.TrendSplit;
import io.ergodic.models.plan.StepPlan;
import io.ergodic.models.training.Trainable;
import java.util.Optional;
import java.util.Set;

/**
 * DLinear (Zeng et al., AAAI 2023): one linear map of the moving average of the look-back window
 * and one of the rest, shared by all variables.
 *
 * <p>Settings: {@code kernel} (25) of the moving average, and those of {@link StepPlan}.
 */
@AutoService(ModelFamily.class)
public final class DLinear implements ModelFamily {
  private static final StepPlan.Defaults DEFAULTS =
      new StepPlan.Defaults(
          10, 32, 3, "name = adam, learningRate = 0.005, schedule { name = type1 }");

  @Override
  public String name() {
    return "dlinear";
  }

  @Override
  public String title() {
    return "DLinear";
  }

  @Override
  public Engine engine() {
    return Engine.LIBTORCH;
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
    int variables = context.series(name()).dimension();
    Task.Forecasting task = context.forecasting(name());
    int kernel = settings.integer("kernel", 25, 1, 100_001);
    if (kernel % 2 == 0) {
      throw settings.error("kernel", "must be odd, so that the average is centred, not " + kernel);
    }
    StepPlan plan = StepPlan.forecasting(name(), context, settings, DEFAULTS);
    Precision precision = Precision.read(settings);
    settings.rejectUnknown();
    Parameters parameters = new Parameters();
    Block network = network(parameters, task.lookback(), task.horizon(), kernel);
    return plan.with(
        new TorchLearner(
            new Arena(parameters, context.seed(), context.device()),
            new ForecastObjective(network, task.lookback(), task.horizon(), variables),
            plan.optimiser(),
            context.threads(),
            precision));
  }

  /** Maps (count, variables, look-back) to (count, variables, horizon). */
  static Block network(Parameters parameters, int lookback, int horizon, int kernel) {
    return new TrendSplit(
        kernel,
        new Linear(parameters.in("trend"), lookback, horizon),
        new Linear(parameters.in("seasonal"), lookback, horizon));
  }

  @Override
  public double cost(Settings settings) {
    return settings.integer("epochs", DEFAULTS.epochs(), 1, 100_000) * 2e10;
  }
}
