package io.ergodic.models.kernel;

/**
 * sig(x) = 1 / (1 + e^-x) = (1 + tanh(x / 2)) / 2 of whole arrays, by {@link HyperbolicTangent}.
 */
public final class Logistic {
  private Logistic() {}

  /** Replaces {@code count} values from {@code from} on. */
  public static void apply(double[] values, int from, int count) {
    for (int i = from; i < from + count; i++) {
      values[i] *= 0.5;
    }
    HyperbolicTangent.apply(values, from, count);
    for (int i = from; i < from + count; i++) {
      values[i] = 0.5 + 0.5 * values[i];
    }
  }
}
