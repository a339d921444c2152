package io.ergodic.evaluation.report;

import java.util.Locale;

/** How numbers are written for people. */
public final class Numbers {
  private Numbers() {}

  /**
   * Four significant digits, plain between 0.001 and 100000, three and a power of ten elsewhere;
   * rounding errors (below 1e-12) as about nothing.
   */
  public static String value(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size < 1e-12) {
      return size == 0 ? "0" : "≈ 0";
    }
    if (size < 1e-3 || size >= 1e5) {
      return minus(power(String.format(Locale.ROOT, "%.2e", value)));
    }
    int digits = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
    return minus(String.format(Locale.ROOT, "%." + digits + "f", value));
  }

  /**
   * A whole number as it goes into a page: as text where a browser, whose numbers are doubles,
   * would round it.
   */
  static Object inPage(long whole) {
    return Math.abs((double) whole) <= 1L << 53 && (long) (double) whole == whole
        ? whole
        : Long.toString(whole);
  }

  /** Two significant digits: deviations and other small print. */
  public static String rough(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || size < 1e-3 || size >= 100) {
      return size >= 100 && size < 1e5
          ? minus(String.format(Locale.ROOT, "%.0f", value))
          : value(value);
    }
    int digits = Math.max(0, 1 - (int) Math.floor(Math.log10(size)));
    return minus(String.format(Locale.ROOT, "%." + digits + "f", value));
  }

  /** A mean rank, with one decimal. */
  public static String rank(double rank) {
    return Double.isNaN(rank) ? "–" : String.format(Locale.ROOT, "%.1f", rank);
  }

  /** A duration as 85 ms, 3.2 s, 4 min 10 s, 2 h 5 min. */
  public static String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return "–";
    }
    if (seconds < 1e-3) {
      return "< 1 ms";
    }
    if (seconds < 1) {
      return Math.round(seconds * 1000) + " ms";
    }
    if (seconds < 60) {
      return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  /** 1234567 as 1 234 567, with thin spaces. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', '\u2009');
  }

  /** 3.42e-22 as 3.42×10 to a raised -22. */
  private static String power(String number) {
    int e = number.indexOf('e');
    StringBuilder raised = new StringBuilder(number.substring(0, e)).append("×10");
    for (char c : Integer.toString(Integer.parseInt(number.substring(e + 1))).toCharArray()) {
      raised.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return raised.toString();
  }

  /** 1 trial, 2 trials. */
  public static String plural(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  private static String minus(String number) {
    return number.replace('-', '−');
  }
}
