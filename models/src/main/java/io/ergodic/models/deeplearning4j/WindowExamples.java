package io.ergodic.models.deeplearning4j;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Forecaster;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Look-back windows (count, variables, look-back) in, the rows that follow (count, horizon x
 * variables) out, both taken relative to the last row seen: forecasting the change instead of the
 * level makes the network indifferent to drift.
 */
record WindowExamples(int lookback, int horizon, int variables) implements Examples {
  private static final int AT_ONCE = 256;

  @Override
  public INDArray inputs(Batch batch) {
    Batch.Sequences windows = (Batch.Sequences) batch;
    return array(windows.values(), 0, windows.count(), windows.length());
  }

  @Override
  public INDArray outputs(Batch batch) {
    Batch.Sequences windows = (Batch.Sequences) batch;
    int width = windows.length() * variables;
    int result = horizon * variables;
    float[] wanted = new float[windows.count() * result];
    for (int i = 0; i < windows.count(); i++) {
      int start = i * width + lookback * variables;
      for (int k = 0; k < result; k++) {
        float last = windows.values()[start - variables + k % variables];
        wanted[i * result + k] = windows.values()[start + k] - last;
      }
    }
    return Nd4j.create(wanted, new long[] {windows.count(), result}, 'c');
  }

  /** Windows of {@code length} rows each, from window {@code from} on, variables before time. */
  private INDArray array(float[] values, int from, int count, int length) {
    float[] turned = new float[count * variables * lookback];
    for (int i = 0; i < count; i++) {
      int start = (from + i) * length * variables;
      for (int v = 0; v < variables; v++) {
        float last = values[start + (lookback - 1) * variables + v];
        int row = (i * variables + v) * lookback;
        for (int t = 0; t < lookback; t++) {
          turned[row + t] = values[start + t * variables + v] - last;
        }
      }
    }
    return Nd4j.create(turned, new long[] {count, variables, lookback}, 'c');
  }

  @Override
  public Capability trained(MultiLayerNetwork network, int threads) {
    return new Network(this, network, threads);
  }

  private record Network(WindowExamples shape, MultiLayerNetwork network, int threads)
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
      try (INDArray input = shape.array(context, from, count, shape.lookback);
          INDArray output = network.output(input, false)) {
        float[] change = output.dup('c').data().asFloat();
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
