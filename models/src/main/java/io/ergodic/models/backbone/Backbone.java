package io.ergodic.models.backbone;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.registry.Kinds;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.ReversibleNorm;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.libtorch.ClassificationObjective;
import io.ergodic.models.libtorch.ForecastLoss;
import io.ergodic.models.libtorch.StepSettings;
import io.ergodic.models.libtorch.TorchModel;
import io.ergodic.models.network.NetworkSettings;
import io.ergodic.models.plan.StepPlan;
import io.ergodic.models.rule.Question;
import io.ergodic.models.rule.TrainingRule;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A network put together from blocks, trained by a rule. Settings: those of {@link
 * NetworkSettings}, {@link StepPlan} and {@link StepSettings}; {@code rule} (back-propagation),
 * {@code labelSmoothing} (0) of classifiers, {@code loss} (mse) and {@code reversible} (false) of
 * forecasters.
 */
@AutoService(ModelFamily.class)
public final class Backbone implements ModelFamily {
  private static final StepPlan.Defaults DEFAULTS =
      new StepPlan.Defaults(
          10,
          128,
          100,
          "name = adamw, learningRate = 2e-3, weightDecay = 0.05, clipNorm = 1, schedule { name ="
              + " cosine, warmupEpochs = 1, end = 1e-5 }");

  @Override
  public String name() {
    return "backbone";
  }

  @Override
  public String title() {
    return "Network of blocks";
  }

  /** 2: convolutions and attention sum in another order. */
  @Override
  public int revision() {
    return 2;
  }

  @Override
  public Engine engine() {
    return Engine.LIBTORCH;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return Set.of(Classifier.class, Forecaster.class);
  }

  @Override
  public Optional<String> paper() {
    return Optional.empty();
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    NetworkSettings network = NetworkSettings.read(settings);
    TrainingRule rule = Kinds.read(TrainingRule.class, settings, "rule", "kind = back-propagation");
    StepPlan plan = StepPlan.read(settings, DEFAULTS);
    StepSettings steps = StepSettings.read(settings);
    Question question =
        new Question(
            context.input(),
            context.output(),
            ClassificationObjective.smoothing(settings),
            ForecastLoss.read(settings),
            ReversibleNorm.read(settings));
    settings.rejectUnknown();
    rule.check(question);
    Build counted = new Build(new Parameters());
    rule.objective(network, counted, question);
    Set<Class<?>> parts = new HashSet<>(network.parts());
    parts.add(rule.getClass());
    return TorchModel.of(
        plan,
        steps,
        counted.multiplyAdds(),
        parts,
        parameters -> rule.objective(network, new Build(parameters), question));
  }
}
