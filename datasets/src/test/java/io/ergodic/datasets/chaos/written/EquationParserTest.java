package io.ergodic.datasets.chaos.written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EquationParserTest {
  private static final double X = 0.7;
  private static final double Y = -1.3;
  private static final double A = 2.5;

  private final Formulas formulas = new Formulas();
  private final Map<String, Integer> names =
      new TreeMap<>(
          Map.of(
              "x", formulas.input(0),
              "y", formulas.input(1),
              "alpha", formulas.input(2),
              "pi", formulas.constant(Math.PI)));

  private double value(String text, double x, double y) {
    int node = EquationParser.parse(text, formulas, names);
    double[] result = new double[1];
    new Program(formulas, 3, new int[] {node}, new int[] {0})
        .run(new double[] {x, y}, 2, new double[] {A}, result);
    return result[0];
  }

  private double value(String text) {
    return value(text, X, Y);
  }

  @Test
  void operatorsBindAsInJava() {
    assertThat(value("1 + 2 * 3 - 4 / 8")).isEqualTo(6.5);
    assertThat(value("10 - 3 - 2")).isEqualTo(5);
    assertThat(value("24 / 4 / 2")).isEqualTo(3);
    assertThat(value("x*y - alpha*x")).isEqualTo(X * Y - A * X);
    assertThat(value("-alpha*y - x/y/alpha")).isEqualTo(-A * Y - X / Y / A);
    assertThat(value("alpha*(y - x)")).isEqualTo(A * (Y - X));
    assertThat(value("- - x")).isEqualTo(X);
    assertThat(value("2 * -x")).isEqualTo(2 * -X);
    assertThat(value("1e-3 + .5 + 2. + 3E2")).isEqualTo(1e-3 + .5 + 2. + 3E2);
    assertThat(value("2*pi*x")).isEqualTo(2 * Math.PI * X);
  }

  @Test
  void powersBindTighterThanSignsAndToTheRight() {
    assertThat(value("-2^2")).isEqualTo(-4);
    assertThat(value("(-2)^2")).isEqualTo(4);
    assertThat(value("2^3^2")).isEqualTo(512);
    assertThat(value("2^-1")).isEqualTo(0.5);
    assertThat(value("-x^2")).isEqualTo(-(X * X));
    assertThat(value("alpha*x^3")).isEqualTo(A * (X * X * X));
    assertThat(value("y^-2")).isEqualTo(1 / (Y * Y));
    assertThat(value("x^9")).isEqualTo(StrictMath.pow(X, 9));
    assertThat(value("x^alpha")).isEqualTo(StrictMath.pow(X, A));
    assertThat(value("x^0.5")).isEqualTo(StrictMath.pow(X, 0.5));
  }

  @Test
  void functionsAreThoseOfStrictMath() {
    assertThat(value("sin(x) + cos(y)"))
        .isCloseTo(StrictMath.sin(X) + StrictMath.cos(Y), within(1e-15));
    assertThat(value("tan(x)*exp(y)")).isEqualTo(StrictMath.tan(X) * StrictMath.exp(Y));
    assertThat(value("log(x) - sqrt(x)")).isEqualTo(StrictMath.log(X) - Math.sqrt(X));
    assertThat(value("tanh(x)")).isEqualTo(StrictMath.tanh(X));
    assertThat(value("abs(y) + sign(y)")).isEqualTo(Math.abs(Y) - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alpha*(y - x)",
        "x*(28 - y) - y",
        "x/y + y/x",
        "x^3 - x^-2 + y^5",
        "x^alpha + alpha^x + x^y*0 + (x*x + 1)^y",
        "sin(x*y) + cos(x + 2*y)",
        "tan(x) * exp(-y) * log(x*x + y*y)",
        "sqrt(x*x + y*y) + tanh(alpha*x - y)",
        "abs(x - y) + sign(x)*y",
        "sin(cos(tanh(x*y))) / (1 + x^2)",
        "x^10 + (y*y)^2.5",
      })
  void derivativesAreThoseOfFiniteDifferences(String text) {
    int node = EquationParser.parse(text, formulas, names);
    int[] jacobian = new Differentiation(formulas).jacobian(new int[] {node}, 2);
    double[] slope = new double[2];
    new Program(formulas, 3, jacobian, new int[] {0, 1})
        .run(new double[] {X, Y}, 2, new double[] {A}, slope);
    double h = 1e-6;
    assertThat(slope[0])
        .isCloseTo((value(text, X + h, Y) - value(text, X - h, Y)) / (2 * h), within(1e-7));
    assertThat(slope[1])
        .isCloseTo((value(text, X, Y + h) - value(text, X, Y - h)) / (2 * h), within(1e-7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "x + | column 4: the equation ends where a value was expected",
        "x + * y | column 5: '*' makes no sense here; a number, a name or '(' was expected",
        "(x + y | column 7: ')' is missing for the '(' of column 1",
        "x + y) | column 6: ')' makes no sense here; an operator was expected",
        "x y | column 3: 'y' makes no sense here; an operator was expected",
        "x + beta | column 5: unknown name 'beta'; did you mean",
        "2*alpa | column 3: unknown name 'alpa'; did you mean 'alpha'",
        "x ** 2 | column 4: powers are written with '^', not '**'",
        "sine(x) | column 1: no function 'sine'; did you mean 'sin'",
        "sin x | column 1: the function 'sin' needs its argument in brackets",
        "1.5.2 | column 4: '.' makes no sense here; an operator was expected",
        "1e | column 1: '1e' is no number",
        "1e999 | column 1: '1e999' is no number",
        "x $ y | column 3: '$' makes no sense here; an operator was expected",
      })
  void saysWhatIsWrongAndWhere(String text, String message) {
    assertThatThrownBy(() -> value(text))
        .isInstanceOf(EquationException.class)
        .hasMessageStartingWith(message);
  }

  /** Text of strangers: no stack, no heap, no time without end. */
  @Test
  void lengthNestingAndDerivativesAreBounded() {
    for (String open : new String[] {"(", "-", "sin(", "2^", "x^-"}) {
      assertThatThrownBy(() -> value(open.repeat(2000) + "x"))
          .hasMessageContaining("nested deeper than 100");
    }
    assertThatThrownBy(() -> value("x+".repeat(6000) + "x")).hasMessageContaining("longer than");
    // Each factor of a sum of products has a derivative of its own.
    StringBuilder product = new StringBuilder("1");
    for (int i = 0; i < 900; i++) {
      product.append("*(x-").append(i).append(')');
    }
    int node = EquationParser.parse(product.toString(), formulas, names);
    assertThat(new Differentiation(formulas).jacobian(new int[] {node}, 2)).hasSize(2);
    assertThat(formulas.size()).isLessThan(20_000);
  }
}
