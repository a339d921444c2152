package io.ergodic.datasets.lift;

import io.ergodic.datasets.kernel.SineLanes;
import io.ergodic.datasets.kernel.StrictSine;
import java.util.Locale;
import java.util.Optional;

/**
 * Arithmetic on doubles that vectors do with the same bits, and the functions that {@link
 * SineLanes} has for arrays: no instruction computes them.
 */
enum Operator {
  ADD(2),
  SUB(2),
  MUL(2),
  DIV(2),
  NEG(1),
  ABS(1),
  SQRT(1),
  MAX(2),
  MIN(2),
  SINE(1),
  COSINE(1);

  private static final String STRICT_SINE = StrictSine.class.getName().replace('.', '/');

  private final int operands;

  Operator(int operands) {
    this.operands = operands;
  }

  int operands() {
    return operands;
  }

  /** Whether it is a function of arrays, not of vectors. */
  boolean ofArrays() {
    return this == SINE || this == COSINE;
  }

  /** The method of vectors for it, or of {@link SineLanes}. */
  String method() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its value; {@code b} is ignored where there is but one operand. */
  double apply(double a, double b) {
    return switch (this) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case NEG -> -a;
      case ABS -> Math.abs(a);
      case SQRT -> Math.sqrt(a);
      case MAX -> Math.max(a, b);
      case MIN -> Math.min(a, b);
      case SINE -> StrictSine.sin(a);
      case COSINE -> StrictSine.cos(a);
    };
  }

  /** The operator behind a method of {@link Math}, {@link StrictMath} or {@link StrictSine}. */
  static Optional<Operator> of(String owner, String method) {
    // Not those of Math, which may differ from machine to machine.
    if (owner.equals("java/lang/StrictMath") || owner.equals(STRICT_SINE)) {
      switch (method) {
        case "sin":
          return Optional.of(SINE);
        case "cos":
          return Optional.of(COSINE);
        default:
      }
    }
    if (owner.equals("java/lang/StrictMath") || owner.equals("java/lang/Math")) {
      for (Operator operator : new Operator[] {ABS, SQRT, MAX, MIN}) {
        if (operator.method().equals(method)) {
          return Optional.of(operator);
        }
      }
    }
    return Optional.empty();
  }
}
