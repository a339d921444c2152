package io.ergodic.models.deeplearning4j;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Forecaster;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Look-back windows (count, segment x variables, look-back / segment) in, the rows that follow
 * (count, horizon x variables) out. Each time step of the network reads {@code segment} rows, the
 * oldest rows being left out when they fill no segment. Both are taken relative to the last row
 * seen: forecasting the change instead of the level makes the network indifferent to drift.
 */
record WindowExamples(int lookback, int horizon, int variables, int segment) implements Examples {
  private static final int AT_ONCE = 256;

  @Override
  public INDArray inputs(Batch batch) {
    return array(batch.floats(Batch.INPUT), 0, batch.count());
  }

  @Override
  public INDArray outputs(Batch batch) {
    float[] input = batch.floats(Batch.INPUT);
    float[] target = batch.floats(Batch.TARGET);
    int result = horizon * variables;
    float[] wanted = new float[batch.count() * result];
    for (int i = 0; i < batch.count(); i++) {
      int last = ((i + 1) * lookback - 1) * variables;
      for (int k = 0; k < result; k++) {
        wanted[i * result + k] = target[i * result + k] - input[last + k % variables];
      }
    }
    return Nd4j.create(wanted, new long[] {batch.count(), result}, 'c');
  }

  /** Steps the network makes through a window. */
  int steps() {
    return lookback / segment;
  }

  /** Look-back windows from window {@code from} on, features before time. */
  private INDArray array(float[] values, int from, int count) {
    int features = segment * variables;
    int steps = steps();
    float[] turned = new float[count * features * steps];
    for (int i = 0; i < count; i++) {
      int end = (from + i + 1) * lookback * variables;
      int start = end - steps * features;
      for (int f = 0; f < features; f++) {
        float last = values[end - variables + f % variables];
        int row = (i * features + f) * steps;
        for (int k = 0; k < steps; k++) {
          turned[row + k] = values[start + k * features + f] - last;
        }
      }
    }
    return Nd4j.create(turned, new long[] {count, features, steps}, 'c');
  }

  @Override
  public long[] inputShape(int count) {
    return new long[] {count, segment * variables, steps()};
  }

  @Override
  public long[] outputShape(int count) {
    return new long[] {count, horizon * variables};
  }

  @Override
  public Capability trained(FlatNetwork network, int threads) {
    return new Network(this, network, threads);
  }

  private record Network(WindowExamples shape, FlatNetwork network, int threads)
      implements Forecaster {
    @Override
    public int lookback() {
      return shape.lookback;
    }

    @Override
    public int horizon() {
      return shape.horizon;
    }

    @Override
    public int variables() {
      return shape.variables;
    }

    @Override
    public void forecast(float[] context, int count, float[] forecast) {
      NetworkLearner.useThreads(threads);
      for (int from = 0; from < count; from += AT_ONCE) {
        part(context, from, Math.min(AT_ONCE, count - from), forecast);
      }
    }

    private void part(float[] context, int from, int count, float[] forecast) {
      int variables = shape.variables;
      int result = shape.horizon * variables;
      try (INDArray input = shape.array(context, from, count);
          INDArray output = network.output(input);
          INDArray rows = output.dup('c')) {
        float[] change = rows.data().asFloat();
        for (int i = 0; i < count; i++) {
          int last = ((from + i + 1) * shape.lookback - 1) * variables;
          for (int k = 0; k < result; k++) {
            forecast[(from + i) * result + k] =
                change[i * result + k] + context[last + k % variables];
          }
        }
      }
    }
  }
}
