package io.ergodic.models.libtorch;

import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Model;
import io.ergodic.models.plan.StepPlan;
import io.ergodic.models.plan.SteppedModel;
import java.util.function.Function;

/** Models whose learner is a network on libtorch. */
final class TorchModel {
  private TorchModel() {}

  /**
   * A model of a network. The network is put together twice: once here, to count its parameters and
   * to refuse what does not fit, and once for each learner, whose arena gives it memory.
   *
   * @param multiplyAdds of a forward pass of one example
   * @param network declares its parameters and gives what it is trained for
   */
  static Model of(
      StepPlan plan,
      Precision precision,
      double multiplyAdds,
      Function<Parameters, Objective> network) {
    Parameters declared = new Parameters();
    network.apply(declared);
    long count =
        declared.ordered().stream().filter(Parameter::trainable).mapToLong(Parameter::count).sum();
    return new SteppedModel(
        plan,
        (seed, optimiser, resources) -> {
          Parameters parameters = new Parameters();
          Objective objective = network.apply(parameters);
          return new TorchLearner(
              new Arena(parameters, seed, resources.device()),
              objective,
              optimiser,
              resources.threads(),
              precision);
        },
        new Cost(count, multiplyAdds, plan.epochs(), 0));
  }
}
