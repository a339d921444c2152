package com.example.systems;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Linear;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.libtorch.NetworkModel;
import io.ergodic.models.plan.StepPlan;
import java.util.Optional;
import java.util.Set;

/** A forecaster: a perceptron of one hidden layer over the look-back, shared by all variables. */
@AutoService(ModelFamily.class)
public final class TwoLayers implements ModelFamily {
  private static final StepPlan.Defaults DEFAULTS =
      new StepPlan.Defaults(5, 32, 100, "name = adam, learningRate = 1e-3");

  @Override
  public String name() {
    return "two-layers";
  }

  @Override
  public String title() {
    return "Perceptron over the look-back";
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

  /** Reads the settings of its own; the factory reads those of the training, and refuses others. */
  @Override
  public Model create(ModelContext context, Settings settings) {
    int lookback = context.input(Port.SERIES, name()).axis(0);
    int variables = context.input().axis(1);
    int horizon = context.output(Port.SERIES, name()).axis(0);
    int hidden = settings.integer("hidden", 64, 1, 10_000);
    settings.explain("hidden", "hidden units");
    return NetworkModel.of(
        context, settings, DEFAULTS, build -> network(build, lookback, variables, hidden, horizon));
  }

  /** Maps (count, variables, look-back) to (count, variables, horizon). */
  static Block network(Build build, int lookback, int variables, int hidden, int horizon) {
    return Block.sequence(
        Linear.of(build.in("first"), variables, lookback, hidden),
        Activation.GELU,
        Linear.of(build.in("second"), variables, hidden, horizon));
  }
}
