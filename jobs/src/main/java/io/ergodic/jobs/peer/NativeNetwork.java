package io.ergodic.jobs.peer;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.deeplearning4j.NetworkLearner;
import io.ergodic.models.optimiser.Adam;
import io.ergodic.models.optimiser.Momentum;
import io.ergodic.models.optimiser.OptimiserSettings;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * A learner's network with an updater of Deeplearning4j's own in the place of the project's
 * optimiser, with which it was built. Both have the same rule: plain descent, or Adam, whose
 * epsilon Deeplearning4j adds before the correction of the second moment and the project after it.
 */
final class NativeNetwork {
  private NativeNetwork() {}

  /** A new network with the learner's present parameters. */
  static MultiLayerNetwork of(NetworkLearner learner, String engine, RateTable rates) {
    IUpdater updater = updater(learner.optimiser(), engine, rates);
    MultiLayerConfiguration configuration = learner.network().getLayerWiseConfigurations().clone();
    for (NeuralNetConfiguration layer : configuration.getConfs()) {
      use(layer.getLayer(), updater);
    }
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init(learner.network().params(), true);
    return network;
  }

  private static void use(Layer layer, IUpdater updater) {
    if (layer instanceof BaseWrapperLayer wrapper) {
      use(wrapper.getUnderlying(), updater);
    } else if (layer instanceof BaseLayer trained) {
      trained.setIUpdater(updater.clone());
      trained.setBiasUpdater(null);
    }
  }

  private static IUpdater updater(OptimiserSettings optimiser, String engine, RateTable rates) {
    if (optimiser.clipNorm() == 0) {
      double rate = rates.valueAt(0, 0);
      if (optimiser.optimiser() instanceof Momentum sgd
          && sgd.momentum() == 0
          && sgd.weightDecay() == 0) {
        return rates.constant() ? new Sgd(rate) : new Sgd(rates);
      }
      if (optimiser.optimiser() instanceof Adam adam && adam.weightDecay() == 0) {
        return org.nd4j.linalg.learning.config.Adam.builder()
            .learningRate(rate)
            .learningRateSchedule(rates.constant() ? null : rates)
            .beta1(adam.beta1())
            .beta2(adam.beta2())
            .epsilon(adam.epsilon())
            .build();
      }
    }
    throw new InvalidInputException(
        "engine "
            + engine
            + " trains with Deeplearning4j's own updaters: optimiser must be sgd with momentum = 0,"
            + " or adam, without weightDecay and clipNorm");
  }
}
