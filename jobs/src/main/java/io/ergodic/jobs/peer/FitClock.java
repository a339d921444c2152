package io.ergodic.jobs.peer;

import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.spark.api.TrainingHook;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** Measures on dl4j-spark's workers what they do: time in steps, steps, examples. */
final class FitClock implements TrainingHook {
  private static final long serialVersionUID = 1L;

  private final LongAccumulator nanos;
  private final LongAccumulator steps;
  private final LongAccumulator examples;
  private transient long start;

  FitClock(SparkContext spark) {
    this.nanos = spark.longAccumulator();
    this.steps = spark.longAccumulator();
    this.examples = spark.longAccumulator();
  }

  @Override
  public void preUpdate(DataSet minibatch, Model model) {
    start = System.nanoTime();
  }

  @Override
  public void postUpdate(DataSet minibatch, Model model) {
    nanos.add(System.nanoTime() - start);
    steps.add(1L);
    examples.add((long) minibatch.numExamples());
  }

  // dl4j-spark calls these two for fitMultiDataSet alone, which no engine here uses: to count
  // nothing
  // in silence would make a wrong measurement of one that did.
  @Override
  public void preUpdate(MultiDataSet minibatch, Model model) {
    throw new UnsupportedOperationException("networks with one input only");
  }

  @Override
  public void postUpdate(MultiDataSet minibatch, Model model) {
    throw new UnsupportedOperationException("networks with one input only");
  }

  /** Sums over all workers since the last call. */
  Work take() {
    Work work = new Work(nanos.value(), steps.value(), examples.value());
    nanos.reset();
    steps.reset();
    examples.reset();
    return work;
  }

  /** What all workers did together. */
  record Work(long nanos, long steps, long examples) {}
}
