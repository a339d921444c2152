package io.ergodic.datasets.settings;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Names in alphabetical order, the numbers in them by value: layer2 before layer10. */
final class NumberOrder {
  /** The order; names with numbers of up to 18 digits. */
  static final Comparator<String> OF_NAMES = Comparator.comparing(NumberOrder::padded);

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final int LONGEST = 18;

  private NumberOrder() {}

  private static String padded(String name) {
    return DIGITS
        .matcher(name)
        .replaceAll(
            number -> "0".repeat(Math.max(0, LONGEST - number.group().length())) + number.group());
  }
}
