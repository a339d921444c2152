package io.ergodic.evaluation.metric;

import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.OptionalDouble;

/** The Lyapunov time of data: one over the largest exponent, which their source knows or not. */
public final class LyapunovTime {
  private LyapunovTime() {}

  /** The exponent, per unit of time, where it is known and positive. */
  public static OptionalDouble exponent(SeriesDataset data) {
    Double known = stated(data);
    return known != null && known > 0 ? OptionalDouble.of(known) : OptionalDouble.empty();
  }

  private static Double stated(SeriesDataset data) {
    return data.manifest().schema().properties().get("lyapunov");
  }

  /**
   * The steps in a Lyapunov time.
   *
   * @param metric that counts in them
   * @throws InvalidInputException where the exponent is not known or not positive
   */
  static double steps(String metric, SeriesDataset data) {
    OptionalDouble exponent = exponent(data);
    if (exponent.isEmpty()) {
      Double known = stated(data);
      throw new InvalidInputException(
          "metric "
              + metric
              + " counts in Lyapunov times and needs the largest Lyapunov exponent of dataset "
              + data.manifest().name()
              + " (property 'lyapunov', per unit of time, positive), which is "
              + (known == null ? "not known" : known)
              + ": use pe_20, or state the exponent");
    }
    return 1 / (exponent.getAsDouble() * data.step());
  }
}
