package io.ergodic.datasets.kind.labelled;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.scale.Scaler;
import java.util.Arrays;
import java.util.List;

/**
 * Labelled series as examples: {@link Batch#INPUT} has standardised floats, length x variables,
 * zeros after the end of a shorter series; {@link Batch#LENGTH} its rows; {@link Batch#TARGET} the
 * class index.
 */
final class PaddedSeries implements Examples {
  private final List<LabelledRow> series;
  private final int length;
  private final float[] mean;
  private final float[] factor;

  /**
   * @param length rows of the longest series
   * @param scaler one entry a variable
   */
  PaddedSeries(List<LabelledRow> series, int length, Scaler scaler) {
    this.series = series;
    this.length = length;
    this.mean = new float[scaler.mean().length];
    this.factor = new float[mean.length];
    for (int variable = 0; variable < mean.length; variable++) {
      mean[variable] = (float) scaler.mean()[variable];
      factor[variable] = (float) (1 / scaler.deviation()[variable]);
    }
  }

  @Override
  public long count() {
    return series.size();
  }

  @Override
  public Batch allocate(int capacity) {
    return Batch.of(capacity)
        .addFloats(Batch.INPUT, length, mean.length)
        .addInts(Batch.LENGTH)
        .addInts(Batch.TARGET);
  }

  @Override
  public void fill(Batch batch, int slot, long example) {
    LabelledRow row = series.get((int) example);
    float[] input = batch.floats(Batch.INPUT);
    int from = slot * length * mean.length;
    float[] values = row.values();
    for (int i = 0; i < values.length; i++) {
      int variable = i % mean.length;
      input[from + i] = (values[i] - mean[variable]) * factor[variable];
    }
    Arrays.fill(input, from + values.length, from + length * mean.length, 0);
    batch.ints(Batch.LENGTH)[slot] = values.length / mean.length;
    batch.ints(Batch.TARGET)[slot] = row.label();
  }
}
