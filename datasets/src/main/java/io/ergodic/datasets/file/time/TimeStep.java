package io.ergodic.datasets.file.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What lies between two rows of a series: a fixed time, or one that a calendar makes longer and
 * shorter.
 *
 * @param ticks of a fixed step; 0 for one of the calendar
 * @param months of a step of the calendar; -1 for working days
 */
record TimeStep(long ticks, int months) {
  /** Ticks of a second: times are counted in microseconds. */
  static final long SECOND = 1_000_000;

  private static final long DAY = 24 * 3600 * SECOND;
  private static final int MOST_KINDS = 10_000;

  /** Monday to Friday. */
  static final TimeStep WORKING_DAYS = new TimeStep(0, -1);

  /** Of a single row, or rows of one time. */
  static final TimeStep NONE = new TimeStep(0, 0);

  /**
   * The step of times in rising order.
   *
   * @param calendar whether they are dates
   */
  static TimeStep of(long[] times, double tolerance, boolean calendar) {
    TimeStep fixed = new TimeStep(mostFrequent(times), 0);
    if (!calendar || fixed.missing(times, tolerance) == 0) {
      return fixed;
    }
    if (fixed.ticks >= 28 * DAY) {
      TimeStep months = new TimeStep(0, Math.max(1, (int) Math.round(fixed.ticks / (30.44 * DAY))));
      if (months.wholeMonths(times)) {
        return months;
      }
    }
    return fixed.ticks == DAY && WORKING_DAYS.missing(times, 0) == 0 ? WORKING_DAYS : fixed;
  }

  private static long mostFrequent(long[] times) {
    Map<Long, Integer> counts = new HashMap<>();
    long best = 0;
    int most = 0;
    for (int i = 1; i < times.length; i++) {
      long step = times[i] - times[i - 1];
      if (step > 0 && (counts.size() < MOST_KINDS || counts.containsKey(step))) {
        int count = counts.merge(step, 1, Integer::sum);
        if (count > most || count == most && step < best) {
          most = count;
          best = step;
        }
      }
    }
    return best;
  }

  /** Whether all times are the same moment of a month, the last day counting as any later one. */
  private boolean wholeMonths(long[] times) {
    for (int i = 1; i < times.length; i++) {
      if (times[i] > times[i - 1] && steps(times[i - 1], times[i], 0) < 1) {
        return false;
      }
    }
    return true;
  }

  /** Rows that are not followed by one a step later. */
  private int missing(long[] times, double tolerance) {
    int count = 0;
    for (int i = 1; i < times.length; i++) {
      count += times[i] > times[i - 1] && steps(times[i - 1], times[i], tolerance) != 1 ? 1 : 0;
    }
    return count;
  }

  /** How many steps lead from one time to a later one; 0 when no whole number of them does. */
  long steps(long from, long to, double tolerance) {
    if (ticks > 0) {
      long steps = Math.round((to - from) / (double) ticks);
      return Math.abs(to - from - steps * ticks) <= tolerance * ticks ? steps : 0;
    }
    if (months > 0) {
      return monthSteps(from, to);
    }
    return workingDays(from, to);
  }

  private long monthSteps(long from, long to) {
    LocalDate first = date(from);
    LocalDate last = date(to);
    long between = (last.getYear() - first.getYear()) * 12L + last.getMonthValue();
    between -= first.getMonthValue();
    boolean day =
        first.getDayOfMonth() == last.getDayOfMonth()
            || end(first) && last.getDayOfMonth() >= 28
            || end(last) && first.getDayOfMonth() >= 28;
    boolean moment = Math.floorMod(from, DAY) == Math.floorMod(to, DAY);
    return day && moment && between % months == 0 ? between / months : 0;
  }

  private static boolean end(LocalDate date) {
    return date.getDayOfMonth() == date.lengthOfMonth();
  }

  private static long workingDays(long from, long to) {
    if ((to - from) % DAY != 0) {
      return 0;
    }
    long days = 0;
    for (LocalDate day = date(from); day.isBefore(date(to)); day = day.plusDays(1)) {
      days += weekend(day.plusDays(1)) ? 0 : 1;
    }
    return weekend(date(from)) || weekend(date(to)) ? 0 : days;
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static LocalDate date(long ticks) {
    return LocalDate.ofEpochDay(Math.floorDiv(ticks, DAY));
  }

  /** In words. */
  String describe() {
    if (ticks > 0) {
      return duration(ticks);
    }
    if (months < 0) {
      return "1 working day";
    }
    return months % 12 == 0 ? plural(months / 12, "year") : plural(months, "month");
  }

  /** A duration in the largest unit that it is a whole number of. */
  static String duration(long ticks) {
    long[] units = {DAY, 3600 * SECOND, 60 * SECOND, SECOND};
    String[] names = {"day", "hour", "minute", "second"};
    for (int i = 0; i < units.length; i++) {
      if (ticks % units[i] == 0) {
        return plural(ticks / units[i], names[i]);
      }
    }
    return String.format(Locale.ROOT, "%s seconds", ticks / (double) SECOND);
  }

  private static String plural(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
