package io.ergodic.models.continuous;

/** How large a vector is beside a scale of every entry: the measure of a solver's errors. */
@FunctionalInterface
interface Norm {
  /** A norm of values[i] / scale[i]. */
  double of(double[] values, double[] scale);

  /** The root mean square over the first {@code size} entries. */
  static Norm rootMeanSquare(int size) {
    return (values, scale) -> {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        double part = values[i] / scale[i];
        sum += part * part;
      }
      return Math.sqrt(sum / size);
    };
  }
}
