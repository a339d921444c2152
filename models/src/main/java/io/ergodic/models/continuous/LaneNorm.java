package io.ergodic.models.continuous;

/**
 * The root mean square over variables and examples, one example to a lane; what fills up the last
 * lanes does not count.
 *
 * @param from first value
 * @param units variables, {@code lanes} values each
 * @param count examples
 */
record LaneNorm(int from, int units, int lanes, int count) implements Norm {
  @Override
  public double of(double[] values, double[] scale) {
    double sum = 0;
    for (int u = 0; u < units; u++) {
      for (int i = from + u * lanes, end = i + count; i < end; i++) {
        double part = values[i] / scale[i];
        sum += part * part;
      }
    }
    return Math.sqrt(sum / terms());
  }

  /** Entries that count. */
  double terms() {
    return (double) units * count;
  }
}
