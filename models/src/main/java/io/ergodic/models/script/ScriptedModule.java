package io.ergodic.models.script;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.capability.Operator;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.content.Contents;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.libtorch.NetworkModel;
import io.ergodic.models.plan.StepPlan;
import java.util.Optional;
import java.util.Set;

/**
 * A network of the user's own, scripted in PyTorch: {@code file = model.pt}, written by {@code
 * torch.jit.script(module).save("model.pt")}. What it maps, in float32, follows from the task:
 *
 * <pre>
 * classification  (count, channels, height, width) or (count, rows, variables) to logits (count, classes)
 * forecasting     (count, look-back, variables) to (count, horizon, variables)
 * operator        (count, points, channels) to (count, points, channels)
 * reconstruction  (count, variables) to (count, variables), the observation one step on
 * </pre>
 *
 * <p>Training starts from the parameters in the file; the seed decides the order of examples and
 * all draws. Settings: {@code file}, and those of {@link NetworkModel}.
 */
@AutoService(ModelFamily.class)
public final class ScriptedModule implements ModelFamily {
  private static final String FILE = "file";
  private static final StepPlan.Defaults DEFAULTS =
      new StepPlan.Defaults(10, 32, 100, "name = adam, learningRate = 1e-3");

  @Override
  public String name() {
    return "torchscript";
  }

  @Override
  public String title() {
    return "Module scripted in PyTorch";
  }

  @Override
  public Engine engine() {
    return Engine.LIBTORCH;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return Set.of(Classifier.class, Forecaster.class, Operator.class, Dynamics.class);
  }

  @Override
  public Set<String> files() {
    return Set.of(FILE);
  }

  @Override
  public Optional<String> paper() {
    return Optional.empty();
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    settings.explain(FILE, "a module scripted in PyTorch, whose code is run");
    ScriptFile file = ScriptFile.read(Contents.read(settings, FILE), settings.path(FILE));
    Model model =
        NetworkModel.of(context, settings, DEFAULTS, build -> block(build, file, context));
    ScriptShapes.check(file, context, settings.path(FILE));
    return model;
  }

  /** Forecasters of this project have variables before time, PyTorch's custom is the other way. */
  private static Block block(Build build, ScriptFile file, ModelContext context) {
    ScriptBlock block = new ScriptBlock(build.parameters(), file);
    file.tensors().stream()
        .filter(held -> held.trained() && held.shape().length > 1)
        .forEach(held -> build.count(held.values().length));
    if (!context.output().layout().equals(Port.SERIES)) {
      return block;
    }
    return (series, pass) -> block.forward(series.transpose(1, 2), pass).transpose(1, 2);
  }
}
