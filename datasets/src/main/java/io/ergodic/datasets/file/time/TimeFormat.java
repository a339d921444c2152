package io.ergodic.datasets.file.time;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** One way to write a point in time. */
interface TimeFormat {
  /** What {@link #ticks} gives for a text that is no time of this format. */
  long NONE = Long.MIN_VALUE;

  /**
   * The time in {@link TimeStep#SECOND ticks} (microseconds, for times of a calendar) from some
   * origin: UTC where the text names its zone, else local.
   */
  long ticks(String text);

  /** Whether times are instants; otherwise they are local times of a zone nobody named. */
  boolean zoned();

  /** How far two steps may differ and still be equal, as a fraction of the step. */
  default double tolerance() {
    return 0;
  }

  /** Whether times are those of a calendar, so that they can be written as such. */
  default boolean calendar() {
    return true;
  }

  /** A time as messages show it. */
  default String show(long ticks) {
    long seconds = Math.floorDiv(ticks, TimeStep.SECOND);
    int nanos = (int) Math.floorMod(ticks, TimeStep.SECOND) * 1000;
    LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
    return DateTimeFormatter.ISO_LOCAL_DATE.format(time)
        + " "
        + DateTimeFormatter.ISO_LOCAL_TIME.format(time)
        + (zoned() ? " UTC" : "");
  }

  /** A difference of times as messages show it. */
  default String showDifference(long ticks) {
    return TimeStep.duration(ticks);
  }

  /** For messages, such as "year-month-day". */
  String describe();
}
