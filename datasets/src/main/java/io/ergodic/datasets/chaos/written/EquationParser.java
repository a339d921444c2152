package io.ergodic.datasets.chaos.written;

import io.ergodic.datasets.settings.NearestName;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads an equation's right-hand side:
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = signed { ("*" | "/") signed }
 * signed  = ("-" | "+") signed | power
 * power   = value [ "^" signed ]
 * value   = number | name | function "(" sum ")" | "(" sum ")"
 * </pre>
 *
 * so that -x^2 is -(x^2), 2^3^2 is 2^(3^2), a - b - c is (a - b) - c, and -a*b is (-a)*b, as in
 * Java. A whole exponent up to 8 is a product from the left, x^3 = x*x*x; others are {@code
 * StrictMath.pow}. Text and nesting are bounded.
 */
final class EquationParser {
  static final int LONGEST = 10_000;
  private static final int LONGEST_NAME = 100;
  private static final int DEEPEST = 100;
  private static final int MOST_FACTORS = 8;

  private final String text;
  private final Formulas formulas;
  private final Map<String, Integer> names;
  private int at;
  private int depth;

  private EquationParser(String text, Formulas formulas, Map<String, Integer> names) {
    this.text = text;
    this.formulas = formulas;
    this.names = names;
  }

  /**
   * Adds an equation to formulas and returns its node.
   *
   * @param names the node of every variable, parameter and constant
   * @throws EquationException saying what is wrong, and in which column
   */
  static int parse(String text, Formulas formulas, Map<String, Integer> names) {
    if (text.length() > LONGEST) {
      throw new EquationException(LONGEST, "longer than " + LONGEST + " characters");
    }
    EquationParser parser = new EquationParser(text, formulas, names);
    int node = parser.sum();
    if (parser.peek() != 0) {
      throw parser.error("'" + parser.peek() + "' makes no sense here; an operator was expected");
    }
    return node;
  }

  private int sum() {
    int left = product();
    while (peek() == '+' || peek() == '-') {
      Arithmetic operation = take() == '+' ? Arithmetic.ADD : Arithmetic.SUBTRACT;
      left = formulas.operation(operation, left, product());
    }
    return left;
  }

  private int product() {
    int left = signed();
    while (peek() == '*' || peek() == '/') {
      Arithmetic operation = take() == '*' ? Arithmetic.MULTIPLY : Arithmetic.DIVIDE;
      if (operation == Arithmetic.MULTIPLY && at < text.length() && text.charAt(at) == '*') {
        throw error("powers are written with '^', not '**'");
      }
      left = formulas.operation(operation, left, signed());
    }
    return left;
  }

  private int signed() {
    deeper();
    int node;
    if (peek() == '-') {
      take();
      node = formulas.operation(Arithmetic.NEGATE, signed());
    } else if (peek() == '+') {
      take();
      node = signed();
    } else {
      node = power();
    }
    depth--;
    return node;
  }

  private int power() {
    int base = value();
    if (peek() != '^') {
      return base;
    }
    take();
    int exponent = signed();
    if (formulas.isConstant(exponent) && !formulas.isConstant(base)) {
      double value = formulas.value(exponent);
      double size = Math.abs(value);
      if (size == Math.rint(size) && size >= 1 && size <= MOST_FACTORS) {
        int product = formulas.power(base, (int) size);
        return value > 0
            ? product
            : formulas.operation(Arithmetic.DIVIDE, formulas.constant(1), product);
      }
    }
    return formulas.operation(Arithmetic.POWER, base, exponent);
  }

  private int value() {
    char next = peek();
    if (next == '(') {
      return bracketed();
    }
    if (next >= '0' && next <= '9' || next == '.') {
      return number();
    }
    if (Character.isLetter(next) || next == '_') {
      return named();
    }
    throw error(
        next == 0
            ? "the equation ends where a value was expected"
            : "'" + next + "' makes no sense here; a number, a name or '(' was expected");
  }

  private int bracketed() {
    deeper();
    int opened = at + 1;
    take();
    int node = sum();
    if (peek() != ')') {
      throw error("')' is missing for the '(' of column " + opened);
    }
    take();
    depth--;
    return node;
  }

  private int named() {
    int from = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    if (at - from > LONGEST_NAME) {
      at = from;
      throw error("a name of more than " + LONGEST_NAME + " letters");
    }
    String name = text.substring(from, at);
    if (peek() == '(') {
      if (!Arithmetic.functions().contains(name)) {
        at = from;
        throw error(
            "no function '" + name + "'; " + NearestName.hint(name, Arithmetic.functions()));
      }
      return formulas.operation(Arithmetic.function(name), bracketed());
    }
    Integer node = names.get(name);
    if (node == null) {
      at = from;
      throw error(
          Arithmetic.functions().contains(name)
              ? "the function '" + name + "' needs its argument in brackets"
              : "unknown name '"
                  + name
                  + "'; "
                  + NearestName.hint(name, new TreeSet<>(names.keySet())));
    }
    return node;
  }

  private int number() {
    int from = at;
    digits();
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        at++;
      }
      digits();
    }
    if (at - from > LONGEST_NAME) {
      at = from;
      throw error("a number of more than " + LONGEST_NAME + " digits");
    }
    String digits = text.substring(from, at);
    try {
      double value = Double.parseDouble(digits);
      if (Double.isFinite(value)) {
        return formulas.constant(value);
      }
    } catch (NumberFormatException broken) {
      // told below
    }
    at = from;
    throw error("'" + digits + "' is no number");
  }

  private void digits() {
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw error("nested deeper than " + DEEPEST);
    }
  }

  /** The next character that is no space; 0 at the end. */
  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private char take() {
    char next = peek();
    at++;
    return next;
  }

  private EquationException error(String problem) {
    return new EquationException(at + 1, problem);
  }
}
