package io.ergodic.datasets.file.time;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Local times of a zone that puts its clocks forward and back. */
final class LocalZone {
  /** One of each rule that many clocks follow. */
  private static final List<String> COMMON =
      List.of(
          "Europe/Berlin",
          "Europe/London",
          "Europe/Athens",
          "America/New_York",
          "Australia/Sydney");

  private LocalZone() {}

  /** Offset from UTC in seconds at a local time; the earlier one where it comes twice. */
  static long offset(ZoneId zone, long ticks) {
    return zone.getRules().getOffset(local(ticks)).getTotalSeconds();
  }

  /**
   * The instants of local times. An hour that comes twice is told apart by the order of the rows: a
   * time that would not be after the one before it is the second.
   *
   * @return the index of the first time that the zone's clocks never showed, or -1
   */
  static int toInstants(ZoneId zone, long[] times) {
    for (int i = 0; i < times.length; i++) {
      List<ZoneOffset> valid = zone.getRules().getValidOffsets(local(times[i]));
      if (valid.isEmpty()) {
        return i;
      }
      long instant = times[i] - valid.get(0).getTotalSeconds() * TimeStep.SECOND;
      if (valid.size() > 1 && i > 0 && instant <= times[i - 1]) {
        instant = times[i] - valid.get(1).getTotalSeconds() * TimeStep.SECOND;
      }
      times[i] = instant;
    }
    return -1;
  }

  /** A common zone whose local times these are without a flaw, or null. */
  static String fitting(long[] times) {
    for (String name : COMMON) {
      long[] instants = times.clone();
      if (toInstants(ZoneId.of(name), instants) < 0 && equalSteps(instants)) {
        return name;
      }
    }
    return null;
  }

  private static boolean equalSteps(long[] times) {
    for (int i = 2; i < times.length; i++) {
      if (times[i] - times[i - 1] != times[1] - times[0]) {
        return false;
      }
    }
    return times.length > 2 && times[1] > times[0];
  }

  private static LocalDateTime local(long ticks) {
    long seconds = Math.floorDiv(ticks, TimeStep.SECOND);
    int nanos = (int) Math.floorMod(ticks, TimeStep.SECOND) * 1000;
    return LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
  }
}
