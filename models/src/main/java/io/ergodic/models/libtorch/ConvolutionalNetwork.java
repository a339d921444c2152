package io.ergodic.models.libtorch;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.plan.ConvolutionalShape;
import io.ergodic.models.plan.StepPlan;
import java.util.Optional;
import java.util.Set;

/**
 * A small convolutional classifier: two convolutions of 3 x 3, each followed by ReLU and
 * max-pooling by 2, dropout, a hidden layer, and softmax.
 *
 * <p>Settings: those of {@link ConvolutionalShape} and {@link StepPlan}, and {@code batchNorm}
 * (false), which normalises after each convolution.
 */
@AutoService(ModelFamily.class)
public final class ConvolutionalNetwork implements ModelFamily {
  @Override
  public String name() {
    return "cnn";
  }

  @Override
  public String title() {
    return "CNN";
  }

  /** 2: convolutions sum in another order. */
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
    return Set.of(Classifier.class);
  }

  @Override
  public Optional<String> paper() {
    return Optional.empty();
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    ConvolutionalShape shape = ConvolutionalShape.read(settings, context, name());
    boolean batchNorm = settings.flag("batchNorm", false);
    StepPlan plan = StepPlan.read(settings, ConvolutionalShape.PLAN);
    StepSettings steps = StepSettings.read(settings);
    double smoothing = ClassificationObjective.smoothing(settings);
    settings.explain("batchNorm", "whether convolutions are followed by batch norm");
    settings.rejectUnknown();
    return TorchModel.of(
        plan,
        steps,
        shape.multiplyAdds(),
        parameters ->
            new ClassificationObjective(
                ConvolutionalBlocks.of(parameters, shape, batchNorm),
                context.input(),
                shape.classes(),
                smoothing));
  }
}
