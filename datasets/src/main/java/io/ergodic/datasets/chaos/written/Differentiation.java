package io.ergodic.datasets.chaos.written;

import java.util.Arrays;

/**
 * Derivatives of formulas by the rules of calculus, as further nodes of the same graph. Terms that
 * are 0 and factors that are 1 are left out, so that the derivative of a product of inputs has the
 * bits of one that is written by hand. The derivative of abs is sign, that of sign is 0.
 */
final class Differentiation {
  private final Formulas formulas;
  private final int zero;
  private final int one;

  Differentiation(Formulas formulas) {
    this.formulas = formulas;
    this.zero = formulas.constant(0);
    this.one = formulas.constant(1);
  }

  /** The node of 0: an entry that is not there. */
  int zero() {
    return zero;
  }

  /**
   * The derivatives of some nodes by inputs 0 to {@code inputs} - 1.
   *
   * @return outputs x inputs, row-major
   */
  int[] jacobian(int[] outputs, int inputs) {
    boolean[] needed = formulas.needed(outputs);
    int[] jacobian = new int[outputs.length * inputs];
    int[] derivative = new int[needed.length];
    for (int input = 0; input < inputs; input++) {
      Arrays.fill(derivative, zero);
      for (int i = 0; i < needed.length; i++) {
        if (needed[i]) {
          derivative[i] = derivative(i, input, derivative);
        }
      }
      for (int row = 0; row < outputs.length; row++) {
        jacobian[row * inputs + input] = derivative[outputs[row]];
      }
    }
    return jacobian;
  }

  private int derivative(int number, int input, int[] derivative) {
    Formulas.Node node = formulas.node(number);
    Arithmetic operation = node.operation();
    if (operation == Arithmetic.INPUT) {
      return node.a() == input ? one : zero;
    }
    if (operation == Arithmetic.CONSTANT) {
      return zero;
    }
    int a = node.a();
    int da = derivative[a];
    int b = node.b();
    int db = derivative[b];
    return switch (operation) {
      case ADD -> plus(da, db);
      case SUBTRACT -> minus(da, db);
      case MULTIPLY -> plus(times(da, b), times(a, db));
        // (a / b)' = (a' - (a / b) b') / b
      case DIVIDE -> over(minus(da, times(number, db)), b);
      case POWER -> power(number, a, b, da, db);
      case NEGATE -> negative(da);
      default -> da == zero ? zero : times(slope(operation, number, a), da);
    };
  }

  /** The derivative of a function by its argument. */
  private int slope(Arithmetic function, int number, int a) {
    return switch (function) {
      case SIN -> formulas.operation(Arithmetic.COS, a);
      case COS -> negative(formulas.operation(Arithmetic.SIN, a));
      case TAN -> plus(one, times(number, number));
      case EXP -> number;
      case LOG -> over(one, a);
      case SQRT -> over(formulas.constant(0.5), number);
      case TANH -> minus(one, times(number, number));
      case ABS -> formulas.operation(Arithmetic.SIGN, a);
      case SIGN -> zero;
      default -> throw new IllegalStateException(function + " is no function");
    };
  }

  /** (a^b)' = b a^(b - 1) a' + a^b log(a) b'. */
  private int power(int number, int a, int b, int da, int db) {
    int byBase = zero;
    if (da != zero) {
      int less = formulas.operation(Arithmetic.SUBTRACT, b, one);
      byBase = times(times(b, formulas.operation(Arithmetic.POWER, a, less)), da);
    }
    int byExponent =
        db == zero ? zero : times(times(number, formulas.operation(Arithmetic.LOG, a)), db);
    return plus(byBase, byExponent);
  }

  private int plus(int a, int b) {
    return formulas.is(a, 0) ? b : formulas.is(b, 0) ? a : operation(Arithmetic.ADD, a, b);
  }

  private int minus(int a, int b) {
    return formulas.is(b, 0)
        ? a
        : formulas.is(a, 0) ? negative(b) : operation(Arithmetic.SUBTRACT, a, b);
  }

  private int times(int a, int b) {
    if (formulas.is(a, 0) || formulas.is(b, 0)) {
      return zero;
    }
    if (formulas.is(a, 1) || formulas.is(b, 1)) {
      return formulas.is(a, 1) ? b : a;
    }
    if (formulas.is(a, -1) || formulas.is(b, -1)) {
      return negative(formulas.is(a, -1) ? b : a);
    }
    return operation(Arithmetic.MULTIPLY, a, b);
  }

  private int over(int a, int b) {
    return formulas.is(a, 0) ? zero : formulas.is(b, 1) ? a : operation(Arithmetic.DIVIDE, a, b);
  }

  private int negative(int a) {
    return formulas.is(a, 0) ? zero : formulas.operation(Arithmetic.NEGATE, a);
  }

  private int operation(Arithmetic operation, int a, int b) {
    return formulas.operation(operation, a, b);
  }
}
