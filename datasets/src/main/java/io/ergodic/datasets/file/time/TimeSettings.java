package io.ergodic.datasets.file.time;

import io.ergodic.datasets.settings.Settings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done with times that are not as they should be; unless it is said, they are
 * refused.
 *
 * @param sort whether rows are put in the order of their times
 * @param duplicates of rows with one time: {@code refuse}, {@code keep} all, the {@code first} or
 *     the {@code last}
 * @param gaps {@code refuse}, {@code keep} (rows count as equally spaced), or filled with {@code
 *     missing} values, the {@code last} row, or {@code linear} between the rows around
 * @param zone that local times are those of
 * @param format pattern of {@link java.time.format.DateTimeFormatter}, or a name; found by itself
 *     unless given
 */
public record TimeSettings(
    boolean sort,
    String duplicates,
    String gaps,
    Optional<ZoneId> zone,
    Optional<TimeFormat> format) {
  static final String REFUSE = "refuse";
  static final String KEEP = "keep";
  static final String FIRST = "first";
  static final String LAST = "last";
  static final String MISSING = "missing";
  static final String LINEAR = "linear";

  /** Reads {@code times { sort, duplicates, gaps, zone, format }}. */
  public static TimeSettings read(Settings settings) {
    Settings times = settings.child("times");
    TimeSettings read =
        new TimeSettings(
            times.flag("sort", false),
            times.choice("duplicates", REFUSE, List.of(REFUSE, KEEP, FIRST, LAST)),
            times.choice("gaps", REFUSE, List.of(REFUSE, KEEP, MISSING, LAST, LINEAR)),
            zone(times),
            times.has("format")
                ? Optional.of(TimeFormats.named(times, times.string("format")))
                : Optional.empty());
    times.rejectUnknown();
    return read;
  }

  private static Optional<ZoneId> zone(Settings times) {
    if (!times.has("zone")) {
      return Optional.empty();
    }
    String name = times.string("zone");
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      throw times.error("zone", "no time zone '" + name + "'; one such as Europe/Berlin or +01:00");
    }
  }

  /** Whether a text is a time: of the format that is set, or any common one. */
  public boolean isTime(String text) {
    return format
        .map(told -> told.ticks(text) != TimeFormat.NONE)
        .orElseGet(() -> TimeFormats.isDate(text));
  }

  /** Whether rows may be made of missing values. */
  public boolean fillsWithMissing() {
    return gaps.equals(MISSING);
  }
}
