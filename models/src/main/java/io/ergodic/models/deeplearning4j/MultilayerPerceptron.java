package io.ergodic.models.deeplearning4j;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.plan.StepPlan;
import io.ergodic.models.plan.SteppedModel;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A multilayer perceptron from the whole look-back window, all variables together, to the whole
 * horizon: tanh layers of equal width, then a linear one.
 *
 * <p>Settings: {@code hidden} (32) units, {@code layers} (1), and those of {@link StepPlan}.
 */
@AutoService(ModelFamily.class)
public final class MultilayerPerceptron implements ModelFamily {
  private static final StepPlan.Defaults DEFAULTS =
      new StepPlan.Defaults(
          10, 64, 3, "name = adam, learningRate = 0.001, schedule { name = constant }");

  @Override
  public String name() {
    return "mlp-dl4j";
  }

  @Override
  public String title() {
    return "MLP (Deeplearning4j)";
  }

  @Override
  public Engine engine() {
    return Engine.DEEPLEARNING4J;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return Set.of(Forecaster.class);
  }

  @Override
  public Optional<String> paper() {
    return Optional.empty();
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    int lookback = context.input(Port.SERIES, name()).axis(0);
    int variables = context.input().axis(1);
    int horizon = context.output(Port.SERIES, name()).axis(0);
    int hidden = settings.integer("hidden", 32, 1, 1 << 20);
    int layers = settings.integer("layers", 1, 1, 100);
    StepPlan plan = StepPlan.read(settings, DEFAULTS);
    settings.explain(
        "hidden", "hidden units of a layer",
        "layers", "hidden layers");
    settings.rejectUnknown();
    WindowExamples examples = new WindowExamples(lookback, horizon, variables, lookback);
    double weights =
        (double) hidden * (lookback + horizon) * variables
            + (layers - 1) * (double) hidden * hidden;
    return new SteppedModel(
        plan,
        (seed, optimiser, resources) ->
            new NetworkLearner(
                configuration(
                    lookback * variables,
                    hidden,
                    layers,
                    horizon * variables,
                    RandomStreams.derive(seed, "initial")),
                examples,
                optimiser,
                resources.threads()),
        new Cost(
            (long) (weights + (double) layers * hidden + horizon * variables),
            weights,
            plan.epochs(),
            0));
  }

  /** Reads windows as WindowExamples gives them: one time step that holds the whole look-back. */
  static MultiLayerConfiguration configuration(
      int inputs, int hidden, int layers, int outputs, long seed) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(new NoOp())
            .weightInit(WeightInit.XAVIER)
            .list();
    for (int i = 0; i < layers; i++) {
      list.layer(new DenseLayer.Builder().nOut(hidden).activation(Activation.TANH).build());
    }
    return list.layer(
            new OutputLayer.Builder(LossFunction.MSE)
                .nOut(outputs)
                .activation(Activation.IDENTITY)
                .build())
        .setInputType(InputType.recurrent(inputs, 1))
        .build();
  }
}
