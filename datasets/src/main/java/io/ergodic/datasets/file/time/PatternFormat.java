package io.ergodic.datasets.file.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Times as a pattern of {@link DateTimeFormatter} says.
 *
 * @param zoned whether the pattern has an offset or zone
 */
record PatternFormat(String pattern, DateTimeFormatter formatter, boolean zoned)
    implements TimeFormat {
  /**
   * @throws IllegalArgumentException for what is no pattern
   */
  static PatternFormat of(String pattern) {
    // Letters in quotes are text.
    boolean zoned = pattern.replaceAll("'[^']*'", "").matches(".*[VzOXxZ].*");
    return new PatternFormat(pattern, DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH), zoned);
  }

  @Override
  public long ticks(String text) {
    try {
      TemporalAccessor parsed =
          zoned
              ? formatter.parse(text.strip(), Instant::from)
              : formatter.parseBest(
                  text.strip(), LocalDateTime::from, LocalDate::from, YearMonth::from);
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant(parsed));
    } catch (DateTimeException | ArithmeticException noTime) {
      return NONE;
    }
  }

  private static Instant instant(TemporalAccessor parsed) {
    if (parsed instanceof Instant instant) {
      return instant;
    }
    if (parsed instanceof LocalDateTime time) {
      return time.toInstant(ZoneOffset.UTC);
    }
    LocalDate date = parsed instanceof YearMonth month ? month.atDay(1) : (LocalDate) parsed;
    return date.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  @Override
  public String describe() {
    return pattern;
  }
}
