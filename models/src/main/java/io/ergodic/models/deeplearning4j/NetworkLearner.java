package io.ergodic.models.deeplearning4j;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.optimiser.OptimiserSettings;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * A Deeplearning4j network trained by back-propagation. Deeplearning4j computes the gradient; its
 * updater is bypassed and the project's optimiser applied to the flat vectors. Networks whose
 * layers hold running statistics among their parameters (batch normalisation) do not fit this.
 */
public final class NetworkLearner implements Learner {
  private final MultiLayerNetwork network;
  private final Examples examples;
  private final OptimiserSettings optimiser;
  private final int threads;
  private final float[] parameters;
  private final float[] gradients;
  private final float[] state;

  /** Initialises a network by the seed of its configuration. */
  NetworkLearner(
      MultiLayerConfiguration configuration,
      Examples examples,
      OptimiserSettings optimiser,
      int threads) {
    this.network = new MultiLayerNetwork(configuration);
    this.examples = examples;
    this.optimiser = optimiser;
    this.threads = threads;
    useThreads(threads);
    network.init();
    int count = Math.toIntExact(network.numParams());
    // Allocates the flat gradient view, which init() leaves to the first fit.
    network.initGradientsView();
    this.parameters = new float[count];
    this.gradients = new float[count];
    this.state = new float[optimiser.stateCount(count)];
    copy(network.params(), parameters);
  }

  /** ND4J keeps the number of cores of one operation per process. */
  static void useThreads(int threads) {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
  }

  /** The network itself; its own updater does nothing. */
  public MultiLayerNetwork network() {
    return network;
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
    publish();
    return loss;
  }

  /** Fills the mean gradient over a batch, dropout drawn by {@code seed}; returns the mean loss. */
  double gradient(Batch batch, long seed) {
    useThreads(threads);
    Nd4j.getRandom().setSeed(seed);
    try (INDArray inputs = examples.inputs(batch);
        INDArray outputs = examples.outputs(batch)) {
      network.setInput(inputs);
      network.setLabels(outputs);
      network.computeGradientAndScore();
      copy(network.getFlattenedGradients(), gradients);
      network.clear();
    }
    // Deeplearning4j sums over the batch; its updaters divide, and these are not used.
    float share = 1f / batch.count();
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] *= share;
    }
    return network.score();
  }

  float[] gradients() {
    return gradients;
  }

  @Override
  public double loss(Batch batch) {
    useThreads(threads);
    try (INDArray inputs = examples.inputs(batch);
        INDArray outputs = examples.outputs(batch)) {
      double loss = network.score(new DataSet(inputs, outputs), false);
      network.clear();
      return loss;
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
    try (FloatPointer memory = new FloatPointer(network.params().data().addressPointer())) {
      memory.put(parameters, 0, parameters.length);
    }
  }

  private static void copy(INDArray flat, float[] target) {
    try (FloatPointer memory = new FloatPointer(flat.data().addressPointer())) {
      memory.get(target, 0, target.length);
    }
  }
}
