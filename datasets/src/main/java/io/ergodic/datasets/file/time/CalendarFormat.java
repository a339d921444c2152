package io.ergodic.datasets.file.time;

/**
 * Dates with year, month and day in any common notation, padded or not, with or without a time of
 * day and a zone: {@code 2005/1/3}, {@code 2005-01-03T04:05:06.789+02:00}, {@code 3.1.2005 4:05},
 * {@code 1/3/2005 4:05 PM}, {@code 3-Jan-2005}, {@code Jan 3, 2005}, {@code 2005-01}, {@code
 * 2005Q1}.
 *
 * @param dayFirst whether 1/3/2005 is the first of March; with points it always is
 * @param zoned whether every text names its zone or offset, or none does
 * @param ordered whether the order of day and month matters in what was read
 */
record CalendarFormat(boolean dayFirst, boolean zoned, boolean ordered) implements TimeFormat {
  @Override
  public long ticks(String text) {
    CalendarText parsed = CalendarText.parse(text, dayFirst);
    return parsed == null || parsed.zoned() != zoned ? NONE : parsed.ticks();
  }

  @Override
  public String describe() {
    return "calendar dates"
        + (!ordered ? "" : dayFirst ? ", the day before the month" : ", the month before the day")
        + (zoned ? " with their zone" : "");
  }
}
