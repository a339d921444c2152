package io.ergodic.models.deeplearning4j;

import io.ergodic.datasets.settings.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;

/**
 * A configuration of Deeplearning4j as JSON, of layers one after the other or of a graph. What it
 * says of training would be overruled by the project's optimiser: it is refused where it says more
 * than which updater to take.
 *
 * @param place of its setting, for messages
 */
record ConfigurationFile(String json, String place) {
  private static final String VERTICES = "\"vertices\"";

  /** A new network by a seed. */
  FlatNetwork network(long seed) {
    try {
      return json.contains(VERTICES) ? graph(seed) : layered(seed);
    } catch (InvalidInputException refused) {
      throw refused;
    } catch (RuntimeException broken) {
      throw new InvalidInputException(
          place
              + ": no MultiLayerConfiguration or ComputationGraphConfiguration that can be built: "
              + firstLine(broken),
          broken);
    }
  }

  static String firstLine(RuntimeException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  private LayeredNetwork layered(long seed) {
    MultiLayerConfiguration configuration = MultiLayerConfiguration.fromJson(json);
    check(configuration.getBackpropType());
    for (NeuralNetConfiguration one : configuration.getConfs()) {
      check(one.getLayer());
      one.setSeed(seed);
    }
    return LayeredNetwork.of(configuration);
  }

  private GraphNetwork graph(long seed) {
    ComputationGraphConfiguration configuration = ComputationGraphConfiguration.fromJson(json);
    if (configuration.getNetworkInputs().size() != 1
        || configuration.getNetworkOutputs().size() != 1) {
      throw new InvalidInputException(
          place
              + ": a graph with inputs "
              + configuration.getNetworkInputs()
              + " and outputs "
              + configuration.getNetworkOutputs()
              + "; it has to have one of each");
    }
    check(configuration.getBackpropType());
    List<NeuralNetConfiguration> all = new ArrayList<>();
    configuration
        .getVertices()
        .values()
        .forEach(
            vertex -> {
              if (vertex instanceof LayerVertex layer) {
                all.add(layer.getLayerConf());
              }
            });
    for (NeuralNetConfiguration one : all) {
      check(one.getLayer());
      one.setSeed(seed);
    }
    configuration.getDefaultConfiguration().setSeed(seed);
    return GraphNetwork.of(configuration);
  }

  private void check(BackpropType type) {
    if (type != BackpropType.Standard) {
      throw new InvalidInputException(
          place + ": back-propagation of type " + type + "; here it is Standard");
    }
  }

  private void check(Layer layer) {
    if (layer instanceof BaseWrapperLayer wrapper) {
      check(wrapper.getUnderlying());
      return;
    }
    if (layer.getConstraints() != null && !layer.getConstraints().isEmpty()) {
      throw refused(layer, "constraints", "none");
    }
    if (layer instanceof BaseLayer trained) {
      boolean penalties =
          !empty(trained.getRegularization()) || !empty(trained.getRegularizationBias());
      if (penalties) {
        throw refused(layer, "regularisation", "optimiser.weightDecay");
      }
      GradientNormalization norm = trained.getGradientNormalization();
      if (norm != null && norm != GradientNormalization.None) {
        throw refused(layer, "gradient normalisation", "optimiser.clipNorm");
      }
    }
  }

  private static boolean empty(List<?> list) {
    return list == null || list.isEmpty();
  }

  private InvalidInputException refused(Layer layer, String what, String instead) {
    return new InvalidInputException(
        place
            + ": "
            + layer.getClass().getSimpleName()
            + " "
            + (layer.getLayerName() == null ? "" : layer.getLayerName() + " ")
            + "asks for "
            + what
            + ", which this project's optimiser would leave out without a word; take it out of the"
            + " file and use "
            + instead
            + " in its place");
  }
}
