package io.ergodic.models.deeplearning4j;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.content.Contents;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.plan.StepPlan;
import io.ergodic.models.plan.SteppedModel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network of the user's own as Deeplearning4j writes it down: {@code file = network.json}, a
 * MultiLayerConfiguration or ComputationGraphConfiguration ({@code toJson()}). Its updater is
 * replaced by {@code optimiser}, its seed by the trial's.
 *
 * <pre>
 * pictures  (count, channels, height, width) to class probabilities (count, classes)
 * series    (count, segment x variables, look-back / segment) to (count, horizon x variables)
 * </pre>
 *
 * <p>Both sides of a forecast are relative to the last row seen. Settings: {@code file}, {@code
 * segment} (1) rows of a series read at each time step, and those of {@link StepPlan}.
 */
@AutoService(ModelFamily.class)
public final class BroughtNetwork implements ModelFamily {
  private static final String FILE = "file";
  private static final StepPlan.Defaults DEFAULTS =
      new StepPlan.Defaults(10, 32, 100, "name = adam, learningRate = 1e-3");

  @Override
  public String name() {
    return "dl4j-network";
  }

  @Override
  public String title() {
    return "Network written for Deeplearning4j";
  }

  @Override
  public Engine engine() {
    return Engine.DEEPLEARNING4J;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return Set.of(Classifier.class, Forecaster.class);
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
    settings.explain(FILE, "a configuration of Deeplearning4j, as JSON");
    String json = new String(Contents.read(settings, FILE), StandardCharsets.UTF_8);
    ConfigurationFile file = new ConfigurationFile(json, settings.path(FILE));
    Examples examples = examples(context, settings);
    StepPlan plan = StepPlan.read(settings, DEFAULTS);
    settings.rejectUnknown();
    long parameters = check(file, examples, context);
    return new SteppedModel(
        plan,
        (seed, optimiser, resources) ->
            new NetworkLearner(
                file.network(RandomStreams.derive(seed, "initial")),
                examples,
                optimiser,
                resources.threads()),
        new Cost(parameters, parameters, plan.epochs(), 0));
  }

  private Examples examples(ModelContext context, Settings settings) {
    if (context.output().layout().equals(Port.CLASSES)) {
      Port input = context.input(Port.IMAGE, name());
      int classes = context.output().axis(0);
      return new ImageExamples(input.axis(0), input.axis(1), input.axis(2), classes);
    }
    Port input = context.input(Port.SERIES, name());
    int horizon = context.output(Port.SERIES, name()).axis(0);
    settings.explain("segment", "rows read at once");
    int segment = settings.integer("segment", 1, 1, input.axis(0));
    return new WindowExamples(input.axis(0), horizon, input.axis(1), segment);
  }

  /** Asks for an answer to zeros, so that a wrong form is said before there is any data. */
  private static long check(ConfigurationFile file, Examples examples, ModelContext context) {
    try (FlatNetwork network = file.network(0);
        INDArray input = Nd4j.zeros(examples.inputShape(2))) {
      String asked =
          file.place()
              + ": "
              + context.task().name()
              + " of dataset "
              + context.dataset()
              + " gives the network an input of "
              + Arrays.toString(examples.inputShape(2));
      long[] wanted = examples.outputShape(2);
      long[] shape;
      try (INDArray output = network.output(input)) {
        shape = output.shape();
      } catch (RuntimeException refused) {
        throw new InvalidInputException(
            asked + ", which fails: " + ConfigurationFile.firstLine(refused), refused);
      }
      if (!Arrays.equals(shape, wanted)) {
        throw new InvalidInputException(
            asked
                + " and wants "
                + Arrays.toString(wanted)
                + " back, but gets "
                + Arrays.toString(shape));
      }
      return network.parameters().length();
    }
  }
}
