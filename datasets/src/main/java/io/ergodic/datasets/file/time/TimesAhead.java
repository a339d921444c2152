package io.ergodic.datasets.file.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows the last time of a series at its step, and after how many rows a calendar repeats.
 */
public final class TimesAhead {
  private static final double DAYS_OF_A_YEAR = 365.25;
  private static final int WORKING_DAYS_OF_A_WEEK = 5;

  private final TimeStep step;
  private final TimeFormat format;
  private final long last;

  TimesAhead(TimeStep step, TimeFormat format, long last) {
    this.step = step;
    this.format = format;
    this.last = last;
  }

  /**
   * The time so many steps after the last one. Steps of months keep the day of the month, or the
   * end of it; working days leave out Saturdays and Sundays.
   */
  public String after(int steps) {
    if (step.ticks() > 0) {
      return format.show(last + steps * step.ticks());
    }
    LocalDateTime from = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC).plus(micros(last));
    LocalDateTime to = step.months() > 0 ? months(from, steps) : workingDays(from, steps);
    return format.show(ChronoUnit.MICROS.between(from.minus(micros(last)), to));
  }

  private static Duration micros(long ticks) {
    return Duration.of(ticks, ChronoUnit.MICROS);
  }

  private LocalDateTime months(LocalDateTime from, int steps) {
    LocalDateTime to = from.plusMonths((long) steps * step.months());
    boolean end = from.getDayOfMonth() == from.toLocalDate().lengthOfMonth();
    return end ? to.withDayOfMonth(to.toLocalDate().lengthOfMonth()) : to;
  }

  private static LocalDateTime workingDays(LocalDateTime from, int steps) {
    LocalDateTime to = from;
    for (int left = steps; left > 0; ) {
      to = to.plusDays(1);
      boolean free =
          to.getDayOfWeek() == DayOfWeek.SATURDAY || to.getDayOfWeek() == DayOfWeek.SUNDAY;
      left -= free ? 0 : 1;
    }
    return to;
  }

  /**
   * Rows of a day, a week and a year, where those are whole numbers of two or more (a year:
   * nearly).
   */
  public List<Integer> seasons() {
    if (!format.calendar() || step.equals(TimeStep.NONE)) {
      return List.of();
    }
    if (step.months() > 0) {
      return 12 % step.months() == 0 && step.months() < 12
          ? List.of(12 / step.months())
          : List.of();
    }
    if (step.months() < 0) {
      return List.of(WORKING_DAYS_OF_A_WEEK);
    }
    long day = 24 * 3600 * TimeStep.SECOND;
    List<Integer> seasons = new ArrayList<>();
    for (long length : new long[] {day, 7 * day}) {
      if (length % step.ticks() == 0 && length / step.ticks() > 1) {
        seasons.add((int) Math.min(Integer.MAX_VALUE, length / step.ticks()));
      }
    }
    long year = Math.round(DAYS_OF_A_YEAR * day / step.ticks());
    if (step.ticks() >= day && year > 1) {
      seasons.add((int) year);
    }
    return seasons;
  }
}
