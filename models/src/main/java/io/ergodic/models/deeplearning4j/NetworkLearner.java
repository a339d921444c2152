package io.ergodic.models.deeplearning4j;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.optimiser.OptimiserSettings;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * A Deeplearning4j network trained by back-propagation. Deeplearning4j computes the gradient; its
 * updater is bypassed and the project's optimiser applied to the flat vectors, but for running
 * statistics of layers such as batch normalisation, which move by themselves.
 */
public final class NetworkLearner implements Learner {
  private final FlatNetwork network;
  private final Examples examples;
  private final OptimiserSettings optimiser;
  private final int threads;
  private final float[] parameters;
  private final float[] gradients;
  private final float[] state;
  private final List<FlatNetwork.Span> statistics;
  private final float[] moved;

  /** Initialises a network by the seed of its configuration. */
  NetworkLearner(
      MultiLayerConfiguration configuration,
      Examples examples,
      OptimiserSettings optimiser,
      int threads) {
    this(LayeredNetwork.of(configuration), examples, optimiser, threads);
  }

  /** Takes a network over: closing the learner closes it. */
  NetworkLearner(FlatNetwork network, Examples examples, OptimiserSettings optimiser, int threads) {
    this.network = network;
    this.examples = examples;
    this.optimiser = optimiser;
    this.threads = threads;
    useThreads(threads);
    int count = Math.toIntExact(network.parameters().length());
    this.parameters = new float[count];
    this.gradients = new float[count];
    this.state = new float[optimiser.stateCount(count)];
    this.statistics = network.statistics();
    this.moved = new float[statistics.stream().mapToInt(FlatNetwork.Span::length).sum()];
    copy(network.parameters(), parameters);
  }

  /** ND4J keeps the number of cores of one operation per process. */
  static void useThreads(int threads) {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
  }

  /**
   * The network itself, whose own updater does nothing.
   *
   * @throws InvalidInputException where it is a graph
   */
  public MultiLayerNetwork network() {
    if (network instanceof LayeredNetwork layered) {
      return layered.network();
    }
    throw new InvalidInputException(
        "a ComputationGraph is trained by engine ergodic; dl4j-spark's engines here take networks of"
            + " layers one after the other");
  }

  /** A batch as the network is given it; new arrays, owned by the caller. */
  public DataSet examples(Batch batch) {
    return new DataSet(examples.inputs(batch), examples.outputs(batch));
  }

  /** The rule its parameters are trained by. */
  public OptimiserSettings optimiser() {
    return optimiser;
  }

  @Override
  public int parameterCount() {
    return parameters.length;
  }

  @Override
  public void readParameters(float[] target) {
    System.arraycopy(parameters, 0, target, 0, parameters.length);
  }

  @Override
  public void writeParameters(float[] source) {
    System.arraycopy(source, 0, parameters, 0, parameters.length);
    publish();
  }

  @Override
  public float[] state() {
    return state;
  }

  @Override
  public double step(Batch batch, StepContext context) {
    double loss = gradient(batch, context.seed());
    optimiser.update(parameters, gradients, state, context);
    int at = 0;
    for (FlatNetwork.Span span : statistics) {
      System.arraycopy(moved, at, parameters, span.from(), span.length());
      at += span.length();
    }
    publish();
    return loss;
  }

  /** Fills the mean gradient over a batch, dropout drawn by {@code seed}; returns the mean loss. */
  double gradient(Batch batch, long seed) {
    useThreads(threads);
    Nd4j.getRandom().setSeed(seed);
    try (INDArray inputs = examples.inputs(batch);
        INDArray outputs = examples.outputs(batch)) {
      double loss = network.gradient(inputs, outputs);
      copy(network.gradients(), gradients);
      takeStatistics();
      // Deeplearning4j sums over the batch; its updaters divide, and these are not used.
      float share = 1f / batch.count();
      for (int i = 0; i < gradients.length; i++) {
        gradients[i] *= share;
      }
      return loss;
    }
  }

  /** Where running statistics move to; for the optimiser they stand still. */
  private void takeStatistics() {
    int at = 0;
    for (FlatNetwork.Span span : statistics) {
      for (int i = span.from(); i < span.from() + span.length(); i++) {
        moved[at++] = parameters[i] - gradients[i];
        gradients[i] = 0;
      }
    }
  }

  float[] gradients() {
    return gradients;
  }

  @Override
  public double loss(Batch batch) {
    useThreads(threads);
    try (INDArray inputs = examples.inputs(batch);
        INDArray outputs = examples.outputs(batch)) {
      return network.loss(inputs, outputs);
    }
  }

  @Override
  public Capability trained() {
    return examples.trained(network, threads);
  }

  @Override
  public void close() {
    network.close();
  }

  private void publish() {
    try (FloatPointer memory = new FloatPointer(network.parameters().data().addressPointer())) {
      memory.put(parameters, 0, parameters.length);
    }
  }

  private static void copy(INDArray flat, float[] target) {
    try (FloatPointer memory = new FloatPointer(flat.data().addressPointer())) {
      memory.get(target, 0, target.length);
    }
  }
}
