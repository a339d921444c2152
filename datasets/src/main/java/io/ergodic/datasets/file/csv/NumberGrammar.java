package io.ergodic.datasets.file.csv;

/**
 * How numbers are written.
 *
 * @param decimal sign: a point or a comma
 * @param thousands mark between groups of three digits, or 0 for none
 * @param percentAsFraction whether 5 % is 0.05 rather than 5
 */
record NumberGrammar(char decimal, char thousands, boolean percentAsFraction) {
  /** The number a cell holds; NaN where it holds none. Infinite where it is too large. */
  double parse(String cell) {
    String text = cell.strip();
    boolean percent = text.endsWith("%");
    if (percent) {
      text = text.substring(0, text.length() - 1).strip();
    }
    double value = plain(text);
    return percent && percentAsFraction ? value / 100 : value;
  }

  private double plain(String text) {
    NumberShape shape = NumberShape.of(text);
    if (shape == null) {
      return Double.NaN;
    }
    if (decimal == '.'
        && shape.thousands() == 0
        && (shape.either() == 0 || shape.either() == '.')) {
      return shape.decimal() == ',' ? Double.NaN : Double.parseDouble(text);
    }
    if (shape.decimal() != 0 && shape.decimal() != decimal
        || shape.thousands() != 0 && shape.thousands() != thousands
        || shape.either() != 0 && shape.either() != decimal && shape.either() != thousands) {
      return Double.NaN;
    }
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char mark = NumberShape.groupMark(c);
      if (c == decimal) {
        digits.append('.');
      } else if (c != thousands && (mark == 0 || mark != thousands)) {
        digits.append(c);
      }
    }
    return Double.parseDouble(digits.toString());
  }

  /** In words, where it is not the usual; else empty. */
  String describe() {
    return (decimal == '.' ? "" : "the decimal sign is a comma")
        + (decimal != '.' && thousands != 0 ? "; " : "")
        + (thousands == 0 ? "" : "thousands are set apart by '" + thousands + "'");
  }
}
