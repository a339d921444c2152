package io.ergodic.datasets.chaos.written;

import io.ergodic.datasets.kernel.StrictSine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The operations of written equations. All of them give the same bits on every machine. */
enum Arithmetic {
  CONSTANT(0),
  INPUT(0),
  ADD(2),
  SUBTRACT(2),
  MULTIPLY(2),
  DIVIDE(2),
  POWER(2),
  NEGATE(1),
  SIN(1),
  COS(1),
  TAN(1),
  EXP(1),
  LOG(1),
  SQRT(1),
  TANH(1),
  ABS(1),
  SIGN(1);

  private static final Arithmetic[] ALL = values();

  private final int operands;

  Arithmetic(int operands) {
    this.operands = operands;
  }

  int operands() {
    return operands;
  }

  /** Names of the functions of one argument. */
  static List<String> functions() {
    return Arrays.stream(ALL)
        .filter(operation -> operation.ordinal() >= SIN.ordinal())
        .map(operation -> operation.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  static Arithmetic function(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  static Arithmetic of(int ordinal) {
    return ALL[ordinal];
  }

  /** Its value; {@code b} is ignored where there is but one operand. */
  double apply(double a, double b) {
    return switch (this) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> StrictMath.pow(a, b);
      case NEGATE -> -a;
      case SIN -> StrictSine.sin(a);
      case COS -> StrictSine.cos(a);
      case TAN -> StrictMath.tan(a);
      case EXP -> StrictMath.exp(a);
      case LOG -> StrictMath.log(a);
      case SQRT -> Math.sqrt(a);
      case TANH -> StrictMath.tanh(a);
      case ABS -> Math.abs(a);
      case SIGN -> Math.signum(a);
      case CONSTANT, INPUT -> throw new IllegalStateException(this + " is no operation");
    };
  }
}
