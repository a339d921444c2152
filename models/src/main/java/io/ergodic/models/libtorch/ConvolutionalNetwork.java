package io.ergodic.models.libtorch;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.libtorch.block.Block;
import io.ergodic.models.libtorch.block.Parameters;
import io.ergodic.models.plan.ConvolutionalShape;
import io.ergodic.models.plan.StepPlan;
import io.ergodic.models.training.Trainable;
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
  public Trainable create(TrainingContext context, Settings settings) {
    ImageDataset data = context.images(name());
    Schema schema = data.manifest().schema();
    ConvolutionalShape shape = ConvolutionalShape.read(settings, schema);
    boolean batchNorm = settings.flag("batchNorm", false);
    StepPlan plan = StepPlan.images(name(), context, settings, ConvolutionalShape.PLAN);
    Precision precision = Precision.read(settings);
    settings.rejectUnknown();
    Parameters parameters = new Parameters();
    Block network = ConvolutionalBlocks.of(parameters, shape, batchNorm);
    return plan.with(
        new TorchLearner(
            new Arena(parameters, context.seed(), context.device()),
            new ClassificationObjective(
                network, shape.channels(), shape.height(), shape.width(), shape.classes()),
            plan.optimiser(),
            context.threads(),
            precision));
  }

  @Override
  public double cost(Settings settings) {
    return settings.integer("epochs", ConvolutionalShape.PLAN.epochs(), 1, 100_000) * 1e12;
  }
}
