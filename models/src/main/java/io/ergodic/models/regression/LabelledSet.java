package io.ergodic.models.regression;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.learner.Solver;
import java.util.Arrays;
import java.util.function.Function;

/**
 * The training examples themselves as statistics, in their order: what methods are fitted from that
 * have more features than there are examples, or that keep examples.
 */
public final class LabelledSet implements Solver {
  private final int size;
  private final Function<LabelledSet, double[]> fit;
  private final int parameters;
  private int count;
  private float[] values = new float[0];
  private int[] labels = new int[0];

  /**
   * Of no examples yet.
   *
   * @param size values of an example
   * @param fit the solution
   * @param parameters that are fitted
   */
  public LabelledSet(int size, Function<LabelledSet, double[]> fit, int parameters) {
    this.size = size;
    this.fit = fit;
    this.parameters = parameters;
  }

  public int count() {
    return count;
  }

  /** Of all examples, one after another; may be longer than they are. */
  public float[] values() {
    return values;
  }

  /** Values of an example. */
  public int size() {
    return size;
  }

  public int label(int example) {
    return labels[example];
  }

  @Override
  public void accumulate(Batch batch) {
    reserve(batch.count());
    System.arraycopy(batch.floats(Batch.INPUT), 0, values, count * size, batch.count() * size);
    System.arraycopy(batch.ints(Batch.TARGET), 0, labels, count, batch.count());
    count += batch.count();
  }

  private void reserve(int more) {
    if (count + more > labels.length) {
      int capacity = Math.max(count + more, 2 * count);
      values = Arrays.copyOf(values, Math.multiplyExact(capacity, size));
      labels = Arrays.copyOf(labels, capacity);
    }
  }

  @Override
  public void merge(Solver other) {
    LabelledSet more = (LabelledSet) other;
    reserve(more.count);
    System.arraycopy(more.values, 0, values, count * size, more.count * size);
    System.arraycopy(more.labels, 0, labels, count, more.count);
    count += more.count;
  }

  /** The label of each example and its values. */
  @Override
  public double[] statistics() {
    double[] all = new double[count * (size + 1)];
    for (int i = 0; i < count; i++) {
      all[i * (size + 1)] = labels[i];
      for (int j = 0; j < size; j++) {
        all[i * (size + 1) + 1 + j] = values[i * size + j];
      }
    }
    return all;
  }

  @Override
  public void restore(double[] statistics) {
    count = 0;
    reserve(statistics.length / (size + 1));
    count = statistics.length / (size + 1);
    for (int i = 0; i < count; i++) {
      labels[i] = (int) statistics[i * (size + 1)];
      for (int j = 0; j < size; j++) {
        values[i * size + j] = (float) statistics[i * (size + 1) + 1 + j];
      }
    }
  }

  @Override
  public double[] solve() {
    return fit.apply(this);
  }

  @Override
  public int parameterCount() {
    return parameters;
  }
}
