package io.ergodic.datasets.integrate;

import java.util.Arrays;

/**
 * The steps of a solution over the last delay as polynomials, in a ring that grows as needed. Every
 * variable of a step has five coefficients, as in {@link DormandPrince#extension}.
 */
final class StepHistory {
  private final int variables;
  private double[] from = new double[64];
  private double[] to = new double[64];
  private double[][] coefficients = new double[64][];
  private long first;
  private long end;
  private long hint;

  StepHistory(int variables) {
    this.variables = variables;
  }

  /** Appends a step; its coefficients are to be written to the array returned. */
  double[] append(double start, double stop) {
    if (end - first == from.length) {
      grow();
    }
    int slot = slot(end++);
    from[slot] = start;
    to[slot] = stop;
    if (coefficients[slot] == null) {
      coefficients[slot] = new double[5 * variables];
    }
    return coefficients[slot];
  }

  /** Drops the steps that end before {@code time}. */
  void forget(double time) {
    while (first < end - 1 && to[slot(first)] < time) {
      first++;
    }
    hint = Math.max(hint, first);
  }

  /** The solution at {@code time}, which may lie a rounding error outside the steps kept. */
  void at(double time, int count, double[] target, int offset) {
    long index = Math.min(Math.max(hint, first), end - 1);
    while (index > first && time < from[slot(index)]) {
      index--;
    }
    while (index < end - 1 && time > to[slot(index)]) {
      index++;
    }
    hint = index;
    int slot = slot(index);
    double s = (time - from[slot]) / (to[slot] - from[slot]);
    for (int i = 0; i < count; i++) {
      target[offset + i] = DormandPrince.interpolate(coefficients[slot], i, s);
    }
  }

  long first() {
    return first;
  }

  long end() {
    return end;
  }

  double start(long step) {
    return from[slot(step)];
  }

  private int slot(long step) {
    return (int) (step % from.length);
  }

  private void grow() {
    int old = from.length;
    double[] newFrom = new double[2 * old];
    double[] newTo = new double[2 * old];
    double[][] newCoefficients = Arrays.copyOf(new double[0][], 2 * old);
    for (long step = first; step < end; step++) {
      int target = (int) (step % (2 * old));
      newFrom[target] = from[slot(step)];
      newTo[target] = to[slot(step)];
      newCoefficients[target] = coefficients[slot(step)];
    }
    from = newFrom;
    to = newTo;
    coefficients = newCoefficients;
  }
}
