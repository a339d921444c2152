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
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A long short-term memory (Hochreiter and Schmidhuber 1997) that reads the look-back window, all
 * variables together, and maps its last state linearly to the whole horizon.
 *
 * <p>Settings: {@code hidden} (64) units, {@code layers} (1), {@code segment} (1) rows read at each
 * time step, which saves that many sequential steps, and those of {@link StepPlan}.
 */
@AutoService(ModelFamily.class)
public final class LstmForecaster implements ModelFamily {
  private static final StepPlan.Defaults DEFAULTS =
      new StepPlan.Defaults(
          10, 64, 3, "name = adam, learningRate = 0.001, clipNorm = 1, schedule { name = cosine }");

  @Override
  public String name() {
    return "lstm-dl4j";
  }

  @Override
  public String title() {
    return "LSTM (Deeplearning4j)";
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
    int hidden = settings.integer("hidden", 64, 1, 1 << 20);
    int layers = settings.integer("layers", 1, 1, 100);
    int segment = settings.integer("segment", 1, 1, 100_000);
    if (segment > lookback) {
      throw settings.error(
          "segment", "must not be longer than the look-back " + lookback + ", not " + segment);
    }
    StepPlan plan = StepPlan.read(settings, DEFAULTS);
    settings.explain(
        "hidden", "hidden units of a layer",
        "layers", "hidden layers",
        "segment", "rows read at once");
    settings.rejectUnknown();
    WindowExamples examples = new WindowExamples(lookback, horizon, variables, segment);
    double cells = 4.0 * hidden * (variables * segment + hidden + (layers - 1) * 2.0 * hidden);
    double readout = (double) hidden * horizon * variables;
    return new SteppedModel(
        plan,
        (seed, optimiser, resources) ->
            new NetworkLearner(
                configuration(
                    variables * segment,
                    hidden,
                    layers,
                    horizon * variables,
                    RandomStreams.derive(seed, "initial")),
                examples,
                optimiser,
                resources.threads()),
        new Cost(
            (long) (cells + 4.0 * hidden * layers + readout + horizon * variables),
            cells * examples.steps() + readout,
            plan.epochs(),
            0));
  }

  static MultiLayerConfiguration configuration(
      int inputs, int hidden, int layers, int outputs, long seed) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(new NoOp())
            .weightInit(WeightInit.XAVIER)
            .list();
    for (int i = 0; i < layers; i++) {
      LSTM layer =
          new LSTM.Builder()
              .nIn(i == 0 ? inputs : hidden)
              .nOut(hidden)
              .activation(Activation.TANH)
              .build();
      list.layer(i < layers - 1 ? layer : new LastTimeStep(layer));
    }
    return list.layer(
            new OutputLayer.Builder(LossFunction.MSE)
                .nIn(hidden)
                .nOut(outputs)
                .activation(Activation.IDENTITY)
                .build())
        .build();
  }
}
