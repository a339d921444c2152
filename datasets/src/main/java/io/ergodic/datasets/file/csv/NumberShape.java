package io.ergodic.datasets.file.csv;

/**
 * What the marks in a number tell of how numbers are written.
 *
 * @param decimal sign that the number surely has, or 0
 * @param thousands mark between groups that it surely has, or 0
 * @param either a mark followed by exactly three digits, which may be the one or the other; or 0
 */
record NumberShape(char decimal, char thousands, char either) {
  /** Digits alone. */
  static final NumberShape WHOLE = new NumberShape('\0', '\0', '\0');

  private static final NumberShape POINT = new NumberShape('.', '\0', '\0');
  private static final NumberShape THREE_BEHIND_A_POINT = new NumberShape('\0', '\0', '.');

  /** The shape of a text without blanks around it, or null when it is no finite-looking number. */
  static NumberShape of(String text) {
    int at = sign(text);
    int end = exponent(text, at);
    if (end < 0) {
      return null;
    }
    int points = 0;
    int commas = 0;
    int digits = 0;
    char group = 0;
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else if (c == ',') {
        commas++;
      } else {
        char mark = groupMark(c);
        if (mark == 0 || group != 0 && group != mark) {
          return null;
        }
        group = mark;
      }
    }
    if (digits == 0) {
      return null;
    }
    if (points + commas == 0 && group == 0) {
      return WHOLE;
    }
    if (points == 1 && commas == 0 && group == 0) {
      return three(text, at, end, '.') ? THREE_BEHIND_A_POINT : POINT;
    }
    return marked(text.substring(at, end), points, commas, group);
  }

  private static NumberShape marked(String body, int points, int commas, char group) {
    if (group != 0) {
      if (points + commas > 1) {
        return null;
      }
      char decimal = points > 0 ? '.' : commas > 0 ? ',' : '\0';
      return grouped(body, group, decimal) ? new NumberShape(decimal, group, '\0') : null;
    }
    if (points > 0 && commas > 0) {
      char decimal = body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ',';
      char thousands = decimal == '.' ? ',' : '.';
      boolean one = decimal == '.' ? points == 1 : commas == 1;
      return one && grouped(body, thousands, decimal)
          ? new NumberShape(decimal, thousands, '\0')
          : null;
    }
    char mark = points > 0 ? '.' : ',';
    if (points + commas > 1) {
      return grouped(body, mark, '\0') ? new NumberShape('\0', mark, '\0') : null;
    }
    return three(body, 0, body.length(), mark)
        ? new NumberShape('\0', '\0', mark)
        : new NumberShape(mark, '\0', '\0');
  }

  /** Whether groups of three digits follow a first one of one to three. */
  static boolean grouped(String body, char group, char decimal) {
    int end = decimal == 0 ? body.length() : body.indexOf(decimal);
    int run = 0;
    boolean first = true;
    for (int i = 0; i < end; i++) {
      char c = body.charAt(i);
      if (c >= '0' && c <= '9') {
        run++;
        continue;
      }
      char mark = c == group ? group : groupMark(c);
      if (mark != group || (first ? run < 1 || run > 3 : run != 3)) {
        return false;
      }
      first = false;
      run = 0;
    }
    return !first && run == 3 && body.indexOf(group, Math.max(0, end)) < 0;
  }

  /** One to three digits not beginning with 0, the mark, and three digits. */
  private static boolean three(String text, int from, int to, char mark) {
    int at = text.indexOf(mark, from);
    return to - at == 4 && at > from && at - from <= 3 && text.charAt(from) != '0';
  }

  private static int sign(String text) {
    return !text.isEmpty() && "+-".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
  }

  /** Where an exponent begins, the end where there is none, -1 where it is none. */
  private static int exponent(String text, int from) {
    int at = Math.max(text.indexOf('e', from), text.indexOf('E', from));
    if (at < 0) {
      return text.length();
    }
    int digits = at + 1;
    if (digits < text.length() && "+-".indexOf(text.charAt(digits)) >= 0) {
      digits++;
    }
    if (digits == text.length()) {
      return -1;
    }
    for (int i = digits; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return -1;
      }
    }
    return at;
  }

  /** Blanks of any width and apostrophes stand between groups; each kind counts as one mark. */
  static char groupMark(char c) {
    return switch (c) {
      case ' ', '\u00a0', '\u2009', '\u202f' -> ' ';
      case '\'', '\u2019' -> '\'';
      default -> '\0';
    };
  }
}
