package io.ergodic.datasets.lift;

import java.util.Locale;
import java.util.Optional;

/**
 * Arithmetic on doubles that vectors do with the same bits. Functions such as the sine have no
 * instruction; lane by lane they take longer than one state after the other.
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
  MIN(2);

  private final int operands;

  Operator(int operands) {
    this.operands = operands;
  }

  int operands() {
    return operands;
  }

  /** The method of vectors for it. */
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
    };
  }

  /** The operator behind a method of {@link Math} or {@link StrictMath}. */
  static Optional<Operator> of(String owner, String method) {
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
