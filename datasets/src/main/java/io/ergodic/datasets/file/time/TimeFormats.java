package io.ergodic.datasets.file.time;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.NearestName;
import io.ergodic.datasets.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the format of a column of times by what stands in it. */
public final class TimeFormats {
  private static final List<EpochFormat> EPOCHS =
      List.of(
          EpochFormat.SECONDS,
          EpochFormat.MILLISECONDS,
          EpochFormat.MICROSECONDS,
          EpochFormat.NANOSECONDS);

  /** Words, not parts of words: "sentiment" is no time. */
  private static final Pattern NAME =
      Pattern.compile(
          "(.*[^a-z])?(date|time|datetime|timestamp|datum|zeit|zeitstempel|epoch|unixtime|jahr|year"
              + "|month|when|ds|ts|t)([^a-z].*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, TimeFormat> NAMED = new TreeMap<>();

  static {
    EPOCHS.forEach(epoch -> NAMED.put("epoch-" + epoch.unit(), epoch));
    NAMED.put("day-first", new CalendarFormat(true, false, true));
    NAMED.put("month-first", new CalendarFormat(false, false, true));
    NAMED.put("digits", new DigitsFormat());
  }

  private TimeFormats() {}

  static TimeFormat named(Settings times, String name) {
    if (NAMED.containsKey(name)) {
      return NAMED.get(name);
    }
    try {
      return PatternFormat.of(name);
    } catch (IllegalArgumentException noPattern) {
      throw times.error(
          "format",
          "'"
              + name
              + "' is no pattern such as yyyy-MM-dd HH:mm, nor a name; "
              + NearestName.hint(name, NAMED.keySet()));
    }
  }

  /** Whether a text is a date, in whatever order. */
  public static boolean isDate(String text) {
    return CalendarText.parse(text, true) != null || CalendarText.parse(text, false) != null;
  }

  /** Whether a column's name is one that times have. */
  public static boolean isNameOfTimes(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * The format that all of the first texts of a column have.
   *
   * @param texts at least one
   * @param ambiguous what to throw when day and month cannot be told apart
   * @return empty when they have none in common
   */
  static Optional<TimeFormat> ofDates(List<String> texts) {
    boolean first = true;
    boolean second = true;
    boolean different = false;
    boolean ordered = false;
    int zoned = 0;
    for (String text : texts) {
      CalendarText dayFirst = CalendarText.parse(text, true);
      CalendarText monthFirst = CalendarText.parse(text, false);
      first &= dayFirst != null;
      second &= monthFirst != null;
      if (!first && !second) {
        return Optional.empty();
      }
      different |= first && second && dayFirst.ticks() != monthFirst.ticks();
      ordered |= dayFirst == null || dayFirst.slashes();
      CalendarText some = dayFirst != null ? dayFirst : monthFirst;
      zoned += some != null && some.zoned() ? 1 : 0;
    }
    if (zoned != 0 && zoned != texts.size()) {
      return Optional.empty();
    }
    if (first && second && different) {
      throw new InvalidInputException(
          "day and month cannot be told apart; times.format = day-first or month-first says");
    }
    return Optional.of(new CalendarFormat(first, zoned > 0, ordered));
  }

  /** The format of a column of numbers that is one of times. */
  static TimeFormat ofNumbers(List<String> texts) {
    DigitsFormat digits = new DigitsFormat();
    if (texts.stream().allMatch(text -> digits.ticks(text) != TimeFormat.NONE)) {
      return digits;
    }
    for (EpochFormat epoch : EPOCHS) {
      // From 1975 to 2100: no other unit gives such a year.
      boolean plausible =
          texts.stream()
              .mapToLong(epoch::ticks)
              .allMatch(
                  t ->
                      t > 5L * 31_557_600 * TimeStep.SECOND
                          && t < 130L * 31_557_600 * TimeStep.SECOND);
      if (plausible) {
        return epoch;
      }
    }
    double step = texts.size() < 2 ? 0 : number(texts.get(1)) - number(texts.get(0));
    return new ElapsedFormat(step == 0 || !Double.isFinite(step) ? 1 : Math.abs(step));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }
}
