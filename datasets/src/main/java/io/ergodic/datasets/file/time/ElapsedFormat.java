package io.ergodic.datasets.file.time;

/**
 * Time as a number from a start of its own, in units nobody names: 0, 0.01, 0.02. Its ticks are
 * millionths of the first step, so that what rounding left in the last digits is no irregularity.
 *
 * @param step between the first two rows
 */
record ElapsedFormat(double step) implements TimeFormat {
  @Override
  public long ticks(String text) {
    try {
      double ticks = Double.parseDouble(text.strip()) / step * 1e6;
      return Math.abs(ticks) < 9e18 ? Math.round(ticks) : NONE;
    } catch (NumberFormatException noTime) {
      return NONE;
    }
  }

  @Override
  public boolean zoned() {
    return true;
  }

  @Override
  public double tolerance() {
    return 1e-3;
  }

  @Override
  public boolean calendar() {
    return false;
  }

  @Override
  public String show(long ticks) {
    return String.valueOf((float) (ticks * 1e-6 * step));
  }

  @Override
  public String showDifference(long ticks) {
    return show(ticks);
  }

  @Override
  public String describe() {
    return "numbers";
  }
}
