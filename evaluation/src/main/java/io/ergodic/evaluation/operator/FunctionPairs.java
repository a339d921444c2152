package io.ergodic.evaluation.operator;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.capability.Operator;
import io.ergodic.evaluation.evidence.EvaluationFailedException;

/**
 * The evidence of an operator: every test input with its true and its predicted output, on the
 * scale of the task's examples.
 *
 * @param inputs functions x input points x channels, row-major
 * @param truth functions x output points x channels, row-major
 * @param predicted of the same shape
 * @param channels values of an output at each point
 * @param grid where the output's points stand, ascending
 * @param count number of functions
 */
public record FunctionPairs(
    float[] inputs, float[] truth, float[] predicted, int channels, float[] grid, int count) {
  private static final int BATCH = 64;

  public FunctionPairs {
    if (count < 1
        || truth.length != count * grid.length * channels
        || predicted.length != truth.length
        || inputs.length % count != 0) {
      throw new IllegalArgumentException(
          count
              + " functions of "
              + grid.length
              + " points and "
              + channels
              + " channels: "
              + inputs.length
              + " inputs, "
              + truth.length
              + " true and "
              + predicted.length
              + " predicted values");
    }
  }

  /**
   * Maps all examples, in their order.
   *
   * @param grid where the output's points stand, ascending
   * @throws EvaluationFailedException when an output is not finite
   */
  public static FunctionPairs of(Operator model, Examples examples, float[] grid) {
    int count = Math.toIntExact(examples.count());
    int in = model.inputPoints() * model.inputChannels();
    int out = model.outputPoints() * model.outputChannels();
    float[] inputs = new float[Math.multiplyExact(count, in)];
    float[] truth = new float[Math.multiplyExact(count, out)];
    float[] predicted = new float[truth.length];
    float[] some = new float[BATCH * out];
    int done = 0;
    for (Batch batch : new Sequential(examples, BATCH)) {
      if (batch.field(Batch.INPUT).size() != in || batch.field(Batch.TARGET).size() != out) {
        throw new IllegalArgumentException(
            "an operator from "
                + in
                + " to "
                + out
                + " values for functions of "
                + batch.field(Batch.INPUT).size()
                + " and "
                + batch.field(Batch.TARGET).size());
      }
      model.apply(batch.floats(Batch.INPUT), batch.count(), some);
      for (int i = 0; i < batch.count() * out; i++) {
        if (!Float.isFinite(some[i])) {
          throw new EvaluationFailedException(
              "the output for test function " + (done + i / out) + " is not finite");
        }
      }
      System.arraycopy(batch.floats(Batch.INPUT), 0, inputs, done * in, batch.count() * in);
      System.arraycopy(batch.floats(Batch.TARGET), 0, truth, done * out, batch.count() * out);
      System.arraycopy(some, 0, predicted, done * out, batch.count() * out);
      done += batch.count();
    }
    return new FunctionPairs(inputs, truth, predicted, model.outputChannels(), grid, count);
  }

  /** Values of one output. */
  public int size() {
    return grid.length * channels;
  }

  /** Values of one input. */
  public int inputSize() {
    return inputs.length / count;
  }
}
