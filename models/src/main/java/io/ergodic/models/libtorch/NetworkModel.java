package io.ergodic.models.libtorch;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.BlockFailedException;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.ReversibleNorm;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.plan.SequencePlan;
import io.ergodic.models.plan.StepPlan;
import io.ergodic.models.plan.TrainingPlan;
import java.util.function.Function;

/**
 * The short way to a model on libtorch, for a {@link io.ergodic.models.family.ModelFamily} inside
 * or outside of this project: a network, and what the task puts in and wants out. The family reads
 * its own settings first; the factory reads those of the training and refuses all others.
 *
 * <pre>
 * public Model create(ModelContext context, Settings settings) {
 *   int lookback = context.input(Port.SERIES, name()).axis(0);
 *   int horizon = context.output(Port.SERIES, name()).axis(0);
 *   int hidden = settings.integer("hidden", 64, 1, 10_000);
 *   return NetworkModel.of(context, settings, DEFAULTS, build -> network(build, lookback, ...));
 * }
 * </pre>
 *
 * <p>Settings read here: those of {@link StepPlan} and {@link StepSettings}; {@code labelSmoothing}
 * (0) where classes come out; {@code loss} (mse) elsewhere, and {@code reversible} (false) where
 * series do. Dynamics are trained by the settings of {@link SequencePlan} instead.
 */
public final class NetworkModel {
  private NetworkModel() {}

  /**
   * A classifier, a forecaster, an operator or a dynamical system, as the task asks.
   *
   * @param defaults of the training
   * @param network declares its parameters and gives the map. For classes: from (count, axes of the
   *     input) to (count, classes) logits. For series: from (count, variables, look-back) to
   *     (count, variables, horizon). For functions: from (count, points, channels) to (count,
   *     points, channels). For dynamics: from (count, variables) to (count, variables), one step
   *     on. It is called once to count, and once for every learner
   */
  public static Model of(
      ModelContext context,
      Settings settings,
      StepPlan.Defaults defaults,
      Function<Build, ? extends Block> network) {
    return switch (context.output().layout()) {
      case Port.CLASSES -> classifier(context, settings, defaults, network);
      case Port.SERIES -> forecaster(context, settings, defaults, network);
      case Port.FUNCTION -> operator(context, settings, defaults, network);
      case Port.DYNAMICS -> dynamics(context, settings, defaults, network);
      default ->
          throw new InvalidInputException(
              "a network cannot be trained by itself to give "
                  + context.output()
                  + ", as "
                  + context.task().name()
                  + " asks: only classes, series, functions and dynamics; for all else give an"
                  + " Objective");
    };
  }

  private static Model classifier(
      ModelContext context,
      Settings settings,
      StepPlan.Defaults defaults,
      Function<Build, ? extends Block> network) {
    int classes = context.output().axis(0);
    double smoothing = ClassificationObjective.smoothing(settings);
    return trainedFor(
        settings,
        defaults,
        build ->
            new ClassificationObjective(
                named(network.apply(build)), context.input(), classes, smoothing));
  }

  private static Model forecaster(
      ModelContext context,
      Settings settings,
      StepPlan.Defaults defaults,
      Function<Build, ? extends Block> network) {
    Port input = context.input(Port.SERIES, "a network that gives series");
    int horizon = context.output().axis(0);
    ForecastLoss loss = ForecastLoss.read(settings);
    boolean reversible = ReversibleNorm.read(settings);
    return trainedFor(
        settings,
        defaults,
        build -> {
          Block map = named(network.apply(build));
          return new ForecastObjective(
              reversible ? new ReversibleNorm(map) : map,
              input.axis(0),
              horizon,
              input.axis(1),
              loss);
        });
  }

  private static Model operator(
      ModelContext context,
      Settings settings,
      StepPlan.Defaults defaults,
      Function<Build, ? extends Block> network) {
    Port input = context.input(Port.FUNCTION, "a network that gives functions");
    ForecastLoss loss = ForecastLoss.read(settings);
    return trainedFor(
        settings,
        defaults,
        build -> new OperatorObjective(named(network.apply(build)), input, context.output(), loss));
  }

  private static Model dynamics(
      ModelContext context,
      Settings settings,
      StepPlan.Defaults defaults,
      Function<Build, ? extends Block> network) {
    int variables = context.output().axis(0);
    ForecastLoss loss = ForecastLoss.read(settings);
    SequencePlan plan = SequencePlan.read(settings, defaults);
    return planned(
        settings,
        plan,
        plan.steps(),
        build -> new DynamicsObjective(named(network.apply(build)), variables, plan.steps(), loss));
  }

  private static Block named(Block network) {
    return (input, pass) -> BlockFailedException.located("network", network, input, pass);
  }

  /**
   * A model with a loss and a capability of its own, for any task that has examples.
   *
   * @param objective declares the parameters and gives the loss of a batch
   */
  public static Model trainedFor(
      Settings settings,
      StepPlan.Defaults defaults,
      Function<Build, ? extends Objective> objective) {
    return planned(settings, StepPlan.read(settings, defaults), 1, objective);
  }

  /**
   * The same by a plan of its own.
   *
   * @param passes through the network an example takes
   */
  private static Model planned(
      Settings settings,
      TrainingPlan plan,
      int passes,
      Function<Build, ? extends Objective> objective) {
    StepSettings steps = StepSettings.read(settings);
    settings.rejectUnknown();
    Build counted = new Build(new Parameters());
    objective.apply(counted);
    return TorchModel.of(
        plan,
        steps,
        passes * counted.multiplyAdds(),
        parameters -> objective.apply(new Build(parameters)));
  }
}
