package io.ergodic.models.libtorch;

import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Model;
import io.ergodic.models.plan.SteppedModel;
import io.ergodic.models.plan.TrainingPlan;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Models whose learner is a network on libtorch. */
public final class TorchModel {
  private TorchModel() {}

  /**
   * A model of a network. The network is put together here, to count its parameters and to refuse
   * what does not fit, and once for each learner, whose arena gives it memory; twice where it is
   * evaluated by averaged weights, which have memory of their own.
   *
   * @param multiplyAdds of a forward pass of one example
   * @param network declares its parameters and gives what it is trained for
   */
  public static Model of(
      TrainingPlan plan,
      StepSettings steps,
      double multiplyAdds,
      Function<Parameters, Objective> network) {
    return of(plan, steps, multiplyAdds, Set.of(), network);
  }

  /**
   * The same, of parts that decide what is computed.
   *
   * @param parts classes of the kinds it is put together from
   */
  public static Model of(
      TrainingPlan plan,
      StepSettings steps,
      double multiplyAdds,
      Set<Class<?>> parts,
      Function<Parameters, Objective> network) {
    Set<Class<?>> all = new HashSet<>(parts);
    all.addAll(plan.parts());
    Parameters declared = new Parameters();
    network.apply(declared);
    // Both refuse what no vector can hold, before there is any data.
    plan.optimiser(1).stateCount(declared.checkedCount(steps.ema().present() ? 2 : 1));
    long count =
        declared.ordered().stream().filter(Parameter::trainable).mapToLong(Parameter::count).sum();
    return new SteppedModel(
        plan,
        (seed, optimiser, resources) -> {
          Parameters parameters = new Parameters();
          Objective objective = network.apply(parameters);
          Parameters averaged = new Parameters();
          Objective evaluated = steps.ema().present() ? network.apply(averaged) : objective;
          return new TorchLearner(
              new Arena(parameters, averaged, seed, resources.device()),
              objective,
              evaluated,
              optimiser,
              resources.threads(),
              steps);
        },
        new Cost(count, multiplyAdds, plan.epochs(), plan.examplesPerEpoch()),
        Set.copyOf(all));
  }
}
