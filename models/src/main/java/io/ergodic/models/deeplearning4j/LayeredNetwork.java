package io.ergodic.models.deeplearning4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Layers one after the other. */
record LayeredNetwork(MultiLayerNetwork network) implements FlatNetwork {
  /** A new network, initialised by the seed of its configuration. */
  static LayeredNetwork of(MultiLayerConfiguration configuration) {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    // Allocates the flat gradient view, which init() leaves to the first fit.
    network.initGradientsView();
    return new LayeredNetwork(network);
  }

  @Override
  public INDArray parameters() {
    return network.params();
  }

  @Override
  public INDArray gradients() {
    return network.getFlattenedGradients();
  }

  @Override
  public double gradient(INDArray inputs, INDArray outputs) {
    network.setInput(inputs);
    network.setLabels(outputs);
    network.computeGradientAndScore();
    double loss = network.score();
    network.clear();
    return loss;
  }

  @Override
  public double loss(INDArray inputs, INDArray outputs) {
    double loss = network.score(new DataSet(inputs, outputs), false);
    network.clear();
    return loss;
  }

  @Override
  public INDArray output(INDArray inputs) {
    return network.output(inputs, false);
  }

  @Override
  public Layer[] layers() {
    return network.getLayers();
  }

  @Override
  public void close() {
    network.close();
  }
}
