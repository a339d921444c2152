package io.ergodic.jobs.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.api.java.JavaRDD;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingResult;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingWorker;

/** Dl4j-spark's own training master, which also says when a round has ended. */
final class TimedMaster extends ParameterAveragingTrainingMaster {
  private final Listener listener;
  private long broadcast;

  /** Is told of the end of every round. */
  @FunctionalInterface
  interface Listener {
    /**
     * A round has ended.
     *
     * @param score mean over the workers of the loss of their last steps
     * @param broadcastNanos time the driver took to give the parameters out
     * @param last whether it was the last of an epoch
     */
    void ended(double score, long broadcastNanos, boolean last) throws IOException;
  }

  TimedMaster(Builder builder, Listener listener) {
    super(builder);
    this.listener = listener;
  }

  @Override
  public ParameterAveragingTrainingWorker getWorkerInstance(SparkDl4jMultiLayer network) {
    long start = System.nanoTime();
    ParameterAveragingTrainingWorker worker = super.getWorkerInstance(network);
    broadcast = System.nanoTime() - start;
    return worker;
  }

  @Override
  protected void processResults(
      SparkDl4jMultiLayer network,
      SparkComputationGraph graph,
      JavaRDD<ParameterAveragingTrainingResult> results,
      int splitNumber,
      int splits) {
    super.processResults(network, graph, results, splitNumber, splits);
    try {
      listener.ended(network.getScore(), broadcast, splitNumber == splits);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
