package io.ergodic.datasets.file.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A date read from a text: see {@link CalendarFormat} for what is understood.
 *
 * @param ticks microseconds since 1970-01-01T00:00, in UTC where zoned
 * @param zoned whether the text names an offset or zone
 * @param slashes whether day and month were told apart by their order alone
 */
record CalendarText(long ticks, boolean zoned, boolean slashes) {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** The date in a text, or null. */
  static CalendarText parse(String text, boolean dayFirst) {
    try {
      return new Parser(text.strip(), dayFirst).parse();
    } catch (DateTimeException | ArithmeticException | NumberFormatException noDate) {
      return null;
    }
  }

  private static final class Parser {
    private final String text;
    private final boolean dayFirst;
    private int at;
    private boolean slashes;

    Parser(String text, boolean dayFirst) {
      this.text = text;
      this.dayFirst = dayFirst;
    }

    CalendarText parse() {
      LocalDate date = date();
      long micros = 0;
      if (at < text.length() && " Tt,\n\t".indexOf(text.charAt(at)) >= 0) {
        at++;
        blanks();
        micros = timeOfDay();
      }
      long local =
          Math.addExact(Math.multiplyExact(date.toEpochDay(), 24 * 3600 * TimeStep.SECOND), micros);
      if (at == text.length()) {
        return new CalendarText(local, false, slashes);
      }
      return new CalendarText(local - offset(local) * TimeStep.SECOND, true, slashes);
    }

    private LocalDate date() {
      if (Character.isLetter(peek())) {
        return monthFirstByName();
      }
      int start = at;
      int first = number(1, 4);
      if (at - start == 4) {
        return yearFirst(first);
      }
      if (at - start > 2) {
        throw new DateTimeException("a year of three digits");
      }
      char mark = mark();
      if (Character.isLetter(peek())) {
        int month = month();
        expect(mark);
        return LocalDate.of(number(4, 4), month, first);
      }
      int second = number(1, 2);
      expect(mark);
      int year = number(4, 4);
      if (mark == '.') {
        return LocalDate.of(year, second, first);
      }
      slashes = true;
      return dayFirst ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
    }

    private LocalDate yearFirst(int year) {
      if (peek() == 'Q' || peek() == 'q' || text.startsWith("-Q", at)) {
        at += peek() == '-' ? 2 : 1;
        int quarter = number(1, 1);
        return LocalDate.of(year, 3 * quarter - 2, 1);
      }
      char mark = mark();
      int month = Character.isLetter(peek()) ? month() : number(1, 2);
      if (at < text.length() && text.charAt(at) == mark) {
        at++;
        return LocalDate.of(year, month, number(1, 2));
      }
      if (at < text.length()) {
        throw new DateTimeException("a month with something behind it");
      }
      return LocalDate.of(year, month, 1);
    }

    /** {@code Jan 3, 2005}, {@code Jan 2005}, {@code Jan-2005}. */
    private LocalDate monthFirstByName() {
      int month = month();
      char mark = mark();
      int start = at;
      int number = number(1, 4);
      if (at - start == 4) {
        return LocalDate.of(number, month, 1);
      }
      if (peek() == ',') {
        at++;
      }
      if (mark == ' ') {
        blanks();
      } else {
        expect(mark);
      }
      return LocalDate.of(number(4, 4), month, number);
    }

    private int month() {
      int start = at;
      while (Character.isLetter(peek())) {
        at++;
      }
      String name = text.substring(start, at).toLowerCase(Locale.ROOT);
      int month = name.length() < 3 ? -1 : MONTHS.indexOf(name.substring(0, 3));
      if (peek() == '.') {
        at++;
      }
      if (month < 0 || !fullName(month).startsWith(name) && !name.equals("sept")) {
        throw new DateTimeException("no month");
      }
      return month + 1;
    }

    private static String fullName(int month) {
      return java.time.Month.of(month + 1).name().toLowerCase(Locale.ROOT);
    }

    private long timeOfDay() {
      int hour = number(1, 2);
      expect(':');
      int minute = number(2, 2);
      int second = 0;
      long fraction = 0;
      if (peek() == ':') {
        at++;
        second = number(2, 2);
        if (peek() == '.' || peek() == ',') {
          at++;
          fraction = fraction();
        }
      }
      hour = twelveHours(hour);
      boolean endOfDay = hour == 24 && minute == 0 && second == 0 && fraction == 0;
      if (!endOfDay && hour > 23 || minute > 59 || second > 59) {
        throw new DateTimeException("no time of day");
      }
      return (hour * 3600L + minute * 60L + second) * TimeStep.SECOND + fraction;
    }

    private int twelveHours(int hour) {
      if (at == text.length()) {
        return hour;
      }
      String rest = text.substring(at).strip().toUpperCase(Locale.ROOT);
      boolean evening = rest.equals("PM");
      if (!evening && !rest.equals("AM")) {
        return hour;
      }
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("no hour of twelve");
      }
      at = text.length();
      return hour % 12 + (evening ? 12 : 0);
    }

    /** Digits behind the point, to microseconds; finer ones have to be zero. */
    private long fraction() {
      int start = at;
      while (Character.isDigit(peek())) {
        at++;
      }
      String digits = text.substring(start, at);
      if (digits.isEmpty() || digits.length() > 6 && !digits.substring(6).matches("0*")) {
        throw new DateTimeException("finer than a microsecond");
      }
      return Long.parseLong((digits + "000000").substring(0, 6));
    }

    private long offset(long local) {
      blanks();
      char sign = peek();
      if (sign == '+' || sign == '-') {
        at++;
        int hours = number(2, 2);
        if (peek() == ':') {
          at++;
        }
        int minutes = at < text.length() ? number(2, 2) : 0;
        end();
        return (sign == '-' ? -1 : 1) * (hours * 3600L + minutes * 60L);
      }
      String name = text.substring(at).replaceAll("[\\[\\]]", "");
      return LocalZone.offset(ZoneId.of(name.equals("z") ? "Z" : name), local);
    }

    private char mark() {
      char mark = peek();
      if ("-/. ".indexOf(mark) < 0) {
        throw new DateTimeException("no date");
      }
      at++;
      return mark;
    }

    private void expect(char wanted) {
      if (peek() != wanted) {
        throw new DateTimeException("no date");
      }
      at++;
    }

    private void end() {
      if (at < text.length()) {
        throw new DateTimeException("something behind the date");
      }
    }

    private void blanks() {
      while (peek() == ' ') {
        at++;
      }
    }

    private int number(int least, int most) {
      int value = 0;
      int digits = 0;
      while (digits < most && peek() >= '0' && peek() <= '9') {
        value = 10 * value + (text.charAt(at++) - '0');
        digits++;
      }
      if (digits < least) {
        throw new DateTimeException("no number");
      }
      return value;
    }

    private char peek() {
      return at < text.length() ? text.charAt(at) : 0;
    }
  }
}
