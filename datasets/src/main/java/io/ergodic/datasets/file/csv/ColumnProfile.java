package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.file.time.TimeFormats;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What stands in a column, judged by all of its rows. */
final class ColumnProfile {
  /** What a cell can be. */
  enum Form {
    MISSING,
    NUMBER,
    PERCENT,
    INFINITE,
    BOOLEAN,
    TEXT
  }

  /** A cell and its line. */
  record Example(long line, String cell) {}

  private static final Set<String> INFINITE =
      Set.of("inf", "infinity", "∞", "1.#inf", "#div/0!", "#num!");
  private static final Map<String, Integer> BOOLEAN =
      Map.of("true", 1, "false", 0, "yes", 1, "no", 0);

  /** Whole numbers of fewer digits are doubles without rounding. */
  private static final int EXACT_DIGITS = 15;

  /** No more digits fit into a double's range. */
  private static final int MOST_DIGITS = 300;

  private final Map<Form, Integer> counts = new EnumMap<>(Form.class);
  private final Map<Form, Example> firsts = new EnumMap<>(Form.class);
  private final Map<NumberShape, Example> shapes = new LinkedHashMap<>();
  private final Map<String, Integer> spellings = new TreeMap<>();
  private int rounded;
  private Example firstRounded;
  private boolean dates = true;

  void add(String cell, long line, MissingSpellings missing) {
    String text = cell.strip();
    NumberShape shape = text.isEmpty() ? null : NumberShape.of(text);
    if ((shape == null || missing.numbers()) && missing.contains(text)) {
      spellings.merge(text, 1, Integer::sum);
      count(Form.MISSING, cell, line);
    } else if (shape != null) {
      number(shape, text, line);
    } else {
      other(text, cell, line);
    }
  }

  private void number(NumberShape shape, String text, long line) {
    boolean exponent = text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
    if ((exponent || text.length() > MOST_DIGITS)
        && (shape.thousands() != 0 || Double.isInfinite(Double.parseDouble(point(text))))) {
      count(Form.INFINITE, text, line);
      return;
    }
    if (shape == NumberShape.WHOLE && text.length() > EXACT_DIGITS && !exponent) {
      rounded(text, line);
    }
    count(Form.NUMBER, text, line);
    shapes.computeIfAbsent(shape, s -> new Example(line, text));
  }

  private static String point(String text) {
    return text.replace(',', '.');
  }

  private void rounded(String text, long line) {
    BigDecimal nearest = new BigDecimal(Double.parseDouble(text));
    if (new BigDecimal(text).compareTo(nearest) != 0 && rounded++ == 0) {
      firstRounded = new Example(line, text);
    }
  }

  private void other(String text, String cell, long line) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (INFINITE.contains(lower.replaceFirst("^[+-]", ""))) {
      count(Form.INFINITE, cell, line);
    } else if (BOOLEAN.containsKey(lower)) {
      count(Form.BOOLEAN, cell, line);
    } else if (text.endsWith("%")) {
      percent(text.substring(0, text.length() - 1).strip(), cell, line);
    } else {
      dates = dates && TimeFormats.isDate(text);
      count(Form.TEXT, cell, line);
    }
  }

  private void percent(String number, String cell, long line) {
    NumberShape shape = NumberShape.of(number);
    if (shape == null) {
      dates = false;
      count(Form.TEXT, cell, line);
    } else {
      count(Form.PERCENT, cell, line);
      shapes.computeIfAbsent(shape, s -> new Example(line, cell));
    }
  }

  private void count(Form form, String cell, long line) {
    if (counts.merge(form, 1, Integer::sum) == 1) {
      firsts.put(form, new Example(line, cell));
    }
  }

  int count(Form form) {
    return counts.getOrDefault(form, 0);
  }

  /** The first cell of a form that is there. */
  Example first(Form form) {
    return firsts.get(form);
  }

  /** Cells that are not missing. */
  int values() {
    return counts.values().stream().mapToInt(Integer::intValue).sum() - count(Form.MISSING);
  }

  /** Cells that read as numbers, infinite ones too. */
  int numbers() {
    return count(Form.NUMBER) + count(Form.PERCENT) + count(Form.INFINITE);
  }

  /** Whether there are values, and all are numbers. */
  boolean numeric() {
    return values() > 0 && numbers() == values();
  }

  /** Whether there is text, and all of it is dates. */
  boolean dates() {
    return dates && count(Form.TEXT) > 0 && count(Form.TEXT) == values();
  }

  /** The shapes of its numbers, each with the first of it. */
  Map<NumberShape, Example> shapes() {
    return shapes;
  }

  /** How missing values are written, and how often. */
  Map<String, Integer> spellings() {
    return spellings;
  }

  /** Whole numbers that no double holds. */
  int rounded() {
    return rounded;
  }

  Example firstRounded() {
    return firstRounded;
  }

  /** The number that a word of truth stands for, or NaN. */
  static double truth(String cell) {
    Integer value = BOOLEAN.get(cell.strip().toLowerCase(Locale.ROOT));
    return value == null ? Double.NaN : value;
  }
}
