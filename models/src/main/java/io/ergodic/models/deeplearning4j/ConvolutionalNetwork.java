package io.ergodic.models.deeplearning4j;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.plan.ConvolutionalShape;
import io.ergodic.models.plan.StepPlan;
import io.ergodic.models.plan.SteppedModel;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The small convolutional classifier of {@link ConvolutionalShape} as a Deeplearning4j network: the
 * same function and training as family {@code cnn}, another engine.
 *
 * <p>Settings: those of {@link ConvolutionalShape} and {@link StepPlan}.
 */
@AutoService(ModelFamily.class)
public final class ConvolutionalNetwork implements ModelFamily {
  @Override
  public String name() {
    return "cnn-dl4j";
  }

  @Override
  public String title() {
    return "CNN (Deeplearning4j)";
  }

  @Override
  public Engine engine() {
    return Engine.DEEPLEARNING4J;
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
    StepPlan plan = StepPlan.read(settings, ConvolutionalShape.PLAN);
    settings.rejectUnknown();
    ImageExamples examples =
        new ImageExamples(shape.channels(), shape.height(), shape.width(), shape.classes());
    return new SteppedModel(
        plan,
        (seed, optimiser, resources) ->
            new NetworkLearner(
                configuration(shape, RandomStreams.derive(seed, "initial")),
                examples,
                optimiser,
                resources.threads()),
        new Cost(shape.parameters(), shape.multiplyAdds(), plan.epochs(), 0));
  }

  static MultiLayerConfiguration configuration(ConvolutionalShape shape, long seed) {
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .updater(new NoOp())
        .weightInit(WeightInit.RELU_UNIFORM)
        .list()
        .layer(convolution(shape.first()))
        .layer(pooling())
        .layer(convolution(shape.second()))
        .layer(pooling())
        .layer(
            new DenseLayer.Builder()
                .nOut(shape.hidden())
                .activation(Activation.RELU)
                .dropOut(1 - shape.dropout())
                .build())
        .layer(
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(shape.classes())
                .activation(Activation.SOFTMAX)
                .weightInit(WeightInit.XAVIER)
                .dropOut(1 - shape.dropout())
                .build())
        .setInputType(InputType.convolutional(shape.height(), shape.width(), shape.channels()))
        .build();
  }

  private static ConvolutionLayer convolution(int filters) {
    return new ConvolutionLayer.Builder(3, 3)
        .padding(1, 1)
        .nOut(filters)
        .activation(Activation.RELU)
        .build();
  }

  private static SubsamplingLayer pooling() {
    return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
        .kernelSize(2, 2)
        .stride(2, 2)
        .build();
  }
}
