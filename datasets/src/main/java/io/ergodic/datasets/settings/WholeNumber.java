package io.ergodic.datasets.settings;

import java.math.BigDecimal;
import java.util.function.Function;

/** Whole numbers of 64 bits, read from what is written: a double would round those beyond 2^53. */
final class WholeNumber {
  private WholeNumber() {}

  /**
   * The number a text is.
   *
   * @param error of a problem in words
   */
  static long read(String text, Function<String, InvalidInputException> error) {
    BigDecimal number;
    try {
      number = new BigDecimal(text.strip());
    } catch (NumberFormatException notFinite) {
      throw error.apply("must be a whole number, not " + text);
    }
    // An exponent such as 1e999999999 is not to be written out.
    if (number.precision() - (long) number.scale() > 19) {
      throw tooLarge(text, error);
    }
    if (number.stripTrailingZeros().scale() > 0) {
      throw error.apply("must be a whole number, not " + text);
    }
    try {
      return number.longValueExact();
    } catch (ArithmeticException beyond) {
      throw tooLarge(text, error);
    }
  }

  private static InvalidInputException tooLarge(
      String text, Function<String, InvalidInputException> error) {
    return error.apply(
        "must be a whole number of 64 bits, "
            + Long.MIN_VALUE
            + " to "
            + Long.MAX_VALUE
            + ", not "
            + text);
  }
}
