package io.ergodic.datasets.file.time;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A date as digits alone: 20050103, 200501030405, 20050103040506, or a year. */
record DigitsFormat() implements TimeFormat {
  @Override
  public long ticks(String text) {
    String digits = text.strip();
    if (!digits.matches("\\d{4}|\\d{8}|\\d{10}|\\d{12}|\\d{14}")) {
      return NONE;
    }
    try {
      int year = part(digits, 0, 4, 0);
      LocalDate date = LocalDate.of(year, part(digits, 4, 6, 1), part(digits, 6, 8, 1));
      int hour = part(digits, 8, 10, 0);
      int minute = part(digits, 10, 12, 0);
      int second = part(digits, 12, 14, 0);
      if (year < 1000 || year > 2999 || hour > 23 || minute > 59 || second > 59) {
        return NONE;
      }
      long seconds = date.toEpochDay() * 86_400 + hour * 3600L + minute * 60L + second;
      return seconds * TimeStep.SECOND;
    } catch (DateTimeException noDate) {
      return NONE;
    }
  }

  private static int part(String digits, int from, int to, int fallback) {
    return digits.length() < to ? fallback : Integer.parseInt(digits.substring(from, to));
  }

  @Override
  public boolean zoned() {
    return false;
  }

  @Override
  public String describe() {
    return "dates as digits";
  }
}
