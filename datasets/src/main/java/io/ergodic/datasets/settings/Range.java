package io.ergodic.datasets.settings;

/** What a number may be, both ends included. */
record Range(double minimum, double maximum) {
  boolean holds(double value) {
    return value >= minimum && value <= maximum;
  }

  /** For those who read about a key: whole numbers without a fraction. */
  String words() {
    return plain(minimum) + " to " + plain(maximum);
  }

  private static String plain(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e7;
    return whole ? String.valueOf((long) value) : String.valueOf(value);
  }
}
