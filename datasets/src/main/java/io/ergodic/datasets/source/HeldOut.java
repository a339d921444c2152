package io.ergodic.datasets.source;

import io.ergodic.datasets.settings.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How many training examples of each class are held out for validation. */
public final class HeldOut {
  private HeldOut() {}

  /** Reads {@code validation} (0): a fraction of all training examples, or how many. */
  public static int number(Settings settings, int all) {
    double validation = settings.number("validation", 0, 0, all - 1);
    int held = (int) (validation < 1 ? Math.round(validation * all) : validation);
    if (validation >= 1 && held != validation) {
      throw settings.error(
          "validation", "must be a fraction below 1 or a whole number, not " + validation);
    }
    return held;
  }

  /**
   * The share of each class, rounded to whole examples by largest remainder, ties to the class
   * first in order.
   *
   * @param sizes examples of each class
   * @param number to be held out of all of them
   */
  public static int[] shares(int[] sizes, int number) {
    long total = IntStream.of(sizes).asLongStream().sum();
    int[] shares = new int[sizes.length];
    int left = number;
    for (int k = 0; k < sizes.length; k++) {
      shares[k] = (int) ((long) sizes[k] * number / total);
      left -= shares[k];
    }
    List<Integer> largest =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingLong((Integer k) -> -((long) sizes[k] * number % total)))
            .limit(left)
            .toList();
    largest.forEach(k -> shares[k]++);
    return shares;
  }
}
