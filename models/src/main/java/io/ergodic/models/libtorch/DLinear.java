package io.ergodic.models.libtorch;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.TrendSplit;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.plan.StepPlan;
import java.util.Optional;
import java.util.Set;

/**
 * DLinear (Zeng et al., AAAI 2023): one linear map of the moving average of the look-back window
 * and one of the rest, shared by all variables.
 *
 * <p>Settings: {@code kernel} (25) of the moving average, and those of {@link StepPlan} and {@link
 * StepSettings}.
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
  public Model create(ModelContext context, Settings settings) {
    int lookback = context.input(Port.SERIES, name()).axis(0);
    int variables = context.input().axis(1);
    int horizon = context.output(Port.SERIES, name()).axis(0);
    int kernel = settings.integer("kernel", 25, 1, 100_001);
    if (kernel % 2 == 0) {
      throw settings.error("kernel", "must be odd, so that the average is centred, not " + kernel);
    }
    StepPlan plan = StepPlan.read(settings, DEFAULTS);
    StepSettings steps = StepSettings.read(settings);
    ForecastLoss loss = ForecastLoss.read(settings);
    settings.explain("kernel", "rows of the moving average that gives the trend");
    settings.rejectUnknown();
    double multiplyAdds = 2.0 * lookback * horizon * variables;
    return TorchModel.of(
        plan,
        steps,
        multiplyAdds,
        parameters ->
            new ForecastObjective(
                network(parameters, lookback, horizon, kernel),
                lookback,
                horizon,
                variables,
                loss));
  }

  /** Maps (count, variables, look-back) to (count, variables, horizon). */
  static Block network(Parameters parameters, int lookback, int horizon, int kernel) {
    return new TrendSplit(
        kernel,
        new Linear(parameters.in("trend"), lookback, horizon),
        new Linear(parameters.in("seasonal"), lookback, horizon));
  }
}
