package io.ergodic.models.continuous;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.plan.SequencePlan;
import io.ergodic.models.plan.StepPlan;
import io.ergodic.models.plan.SteppedModel;
import java.util.Optional;
import java.util.Set;

/**
 * A neural ordinary differential equation dz/dt = f(z) (Chen, Rubanova, Bettencourt, Duvenaud,
 * NeurIPS 2018), f a perceptron, solved from the first row of a training sequence over all others.
 * Settings: those of {@link NeuralOdeSettings} and {@link SequencePlan}.
 */
@AutoService(ModelFamily.class)
public final class NeuralOde implements ModelFamily {
  private static final StepPlan.Defaults DEFAULTS =
      new StepPlan.Defaults(
          200,
          32,
          1,
          "name = adam, learningRate = 3e-3, schedule { name = exponential, end = 1e-5 }");

  /** Evaluations of a step of the solver, of which a row takes one at least. */
  private static final double EVALUATIONS = 6;

  @Override
  public String name() {
    return "neural-ode";
  }

  @Override
  public String title() {
    return "N-ODE";
  }

  @Override
  public Engine engine() {
    return Engine.FUSED;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return Set.of(Dynamics.class);
  }

  @Override
  public Optional<String> paper() {
    return Optional.of("neural-ordinary-differential-equations");
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    int observed = context.input(Port.SERIES, name()).axis(1);
    context.output(Port.DYNAMICS, name());
    SequencePlan plan = SequencePlan.read(settings, DEFAULTS);
    NeuralOdeSettings own =
        NeuralOdeSettings.read(settings, context.schema().step(), plan.epochs());
    settings.rejectUnknown();
    Shape shape = Shape.of(observed + own.augmented(), own.hidden(), own.activation());
    return new SteppedModel(
        plan,
        (seed, optimiser, resources) ->
            new NeuralOdeLearner(shape, observed, own, plan.steps(), optimiser, seed),
        new Cost(
            shape.parameterCount(),
            EVALUATIONS * shape.multiplyAdds() * plan.steps(),
            plan.epochs(),
            plan.examplesPerEpoch()));
  }
}
