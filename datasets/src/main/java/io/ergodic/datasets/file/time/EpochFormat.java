package io.ergodic.datasets.file.time;

import java.math.BigDecimal;

/**
 * Time since 1970-01-01T00:00Z as a number.
 *
 * @param unit such as "seconds"
 * @param digits behind the point that the unit has in microseconds: 6 for seconds
 */
record EpochFormat(String unit, int digits) implements TimeFormat {
  static final EpochFormat SECONDS = new EpochFormat("seconds", 6);
  static final EpochFormat MILLISECONDS = new EpochFormat("milliseconds", 3);
  static final EpochFormat MICROSECONDS = new EpochFormat("microseconds", 0);
  static final EpochFormat NANOSECONDS = new EpochFormat("nanoseconds", -3);

  @Override
  public long ticks(String text) {
    try {
      return new BigDecimal(text.strip()).movePointRight(digits).longValueExact();
    } catch (ArithmeticException | NumberFormatException noTime) {
      return NONE;
    }
  }

  @Override
  public boolean zoned() {
    return true;
  }

  @Override
  public String describe() {
    return unit + " since 1970";
  }
}
