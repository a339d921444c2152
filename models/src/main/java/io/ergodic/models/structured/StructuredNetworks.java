package io.ergodic.models.structured;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * StNN: a network on delays whose matrices are Hankel operators factored into a complex diagonal
 * between fixed Fourier transforms (after Aluvihare et al. 2025, of whose network the abstract is
 * known here: p matrices of n x n in n log n each, with 2 n weights in place of n^2). Settings:
 * {@code delays} (16), {@code operators} (4): p, {@code layers} (2), {@code unit} (tanh), {@code
 * increments} (true) and those of {@link SequencePlan}; defaults are of this project.
 */
@AutoService(ModelFamily.class)
public final class StructuredNetworks implements ModelFamily {
  private static final StepPlan.Defaults DEFAULTS =
      new StepPlan.Defaults(
          200,
          16,
          1,
          "name = radam, learningRate = 5e-3, schedule { name = exponential, end = 1e-5 }");

  private static final int LARGEST = 1 << 16;

  @Override
  public String name() {
    return "stnn";
  }

  @Override
  public String title() {
    return "StNN";
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
    return Optional.of("a-low-complexity-structured-neural-network-to");
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    int dimension = context.input(Port.SERIES, name()).axis(1);
    context.output(Port.DYNAMICS, name());
    settings.explain(
        "delays", "rows the network sees",
        "operators", "Hankel matrices of a layer",
        "layers", "of the network, the last one adding up",
        "unit", "what a hidden unit makes of its sum",
        "increments", "whether the network gives what the next row is more than the last");
    int delays = settings.integer("delays", 16, 1, LARGEST);
    if ((long) delays * dimension > LARGEST) {
      throw settings.error(
          "delays",
          delays + " rows of " + dimension + " variables are more than " + LARGEST + " values");
    }
    int operators = settings.integer("operators", 4, 1, 1024);
    int layers = settings.integer("layers", 2, 1, 64);
    String unit = settings.choice("unit", "tanh", List.of("tanh", "leaky-relu", "identity"));
    boolean increments = settings.flag("increments", true);
    SequencePlan plan = SequencePlan.read(settings, DEFAULTS).withContext(delays);
    settings.rejectUnknown();
    StructuredShape shape =
        new StructuredShape(
            delays * dimension,
            operators,
            layers,
            dimension,
            UnitFunction.valueOf(unit.toUpperCase(Locale.ROOT).replace('-', '_')));
    StructuredMap map = new StructuredMap(dimension, delays, increments, shape);
    return new SteppedModel(
        plan,
        (seed, optimiser, resources) -> new StructuredLearner(map, plan.steps(), optimiser, seed),
        new Cost(
            shape.parameterCount(),
            plan.steps() * shape.multiplyAdds(),
            plan.epochs(),
            plan.examplesPerEpoch()));
  }
}
