package io.ergodic.models.forecaster;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.registry.Kinds;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.BlockFailedException;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.ReversibleNorm;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.libtorch.ForecastLoss;
import io.ergodic.models.libtorch.ForecastObjective;
import io.ergodic.models.libtorch.HorizonWeights;
import io.ergodic.models.libtorch.StepSettings;
import io.ergodic.models.libtorch.TorchModel;
import io.ergodic.models.plan.StepPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Forecasters of several designs, trained alike. Settings: {@code network { kind }}; {@code scale}
 * (none): whether forecasts are made on the scale of each window, and whether that has a trained
 * scale and shift for each variable; {@code loss} (mse) and {@code weights} (none) of the steps of
 * the horizon; those of {@link StepPlan} and {@link StepSettings}.
 */
@AutoService(ModelFamily.class)
public final class Forecaster implements ModelFamily {
  private static final StepPlan.Defaults DEFAULTS =
      new StepPlan.Defaults(
          10, 32, 3, "name = adam, learningRate = 1e-4, schedule { name = type1 }");

  @Override
  public String name() {
    return "forecaster";
  }

  @Override
  public String title() {
    return "Forecaster";
  }

  @Override
  public Engine engine() {
    return Engine.LIBTORCH;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return Set.of(io.ergodic.datasets.capability.Forecaster.class);
  }

  @Override
  public Optional<String> paper() {
    return Optional.empty();
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    Port input = context.input(Port.SERIES, name());
    Window window =
        new Window(input.axis(0), context.output(Port.SERIES, name()).axis(0), input.axis(1));
    ForecastNetwork network = Kinds.read(ForecastNetwork.class, settings, "network");
    settings.explain(
        "scale",
        "that forecasts are made on: as given, of each window, or that with a trained"
            + " scale and shift for each variable (Kim et al. 2022)");
    String scale = settings.choice("scale", "none", List.of("none", "window", "trained"));
    ForecastLoss loss = ForecastLoss.read(settings);
    HorizonWeights weights = HorizonWeights.read(settings);
    StepPlan plan = StepPlan.read(settings, DEFAULTS);
    StepSettings steps = StepSettings.read(settings);
    settings.rejectUnknown();
    Build counted = new Build(new Parameters());
    network.build(window, counted);
    Model model =
        TorchModel.of(
            plan,
            steps,
            counted.multiplyAdds(),
            Set.of(network.getClass()),
            parameters ->
                new ForecastObjective(
                    scaled(scale, window, network, new Build(parameters)),
                    window.lookback(),
                    window.horizon(),
                    window.variables(),
                    loss,
                    weights));
    return new FittedModel(model, training -> network.fitted(window, training));
  }

  private static Block scaled(String scale, Window window, ForecastNetwork network, Build build) {
    Block plain = network.build(window, build);
    Block named = (input, pass) -> BlockFailedException.located("network", plain, input, pass);
    return switch (scale) {
      case "window" -> new ReversibleNorm(named);
      case "trained" ->
          new ReversibleNorm(build.in("scale").parameters(), window.variables(), named);
      default -> named;
    };
  }
}
