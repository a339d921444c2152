package io.ergodic.models.deeplearning4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A graph of layers with one input and one output. */
record GraphNetwork(ComputationGraph network) implements FlatNetwork {
  /** A new network, initialised by the seed of its configuration. */
  static GraphNetwork of(ComputationGraphConfiguration configuration) {
    ComputationGraph network = new ComputationGraph(configuration);
    network.init();
    network.initGradientsView();
    return new GraphNetwork(network);
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
    network.setInputs(inputs);
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
    return network.output(false, inputs)[0];
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
