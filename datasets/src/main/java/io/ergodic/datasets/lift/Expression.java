package io.ergodic.datasets.lift;

import java.util.List;

/** A number computed from the state: a node of a graph without circles. */
sealed interface Expression {
  /** A number known beforehand. */
  record Constant(double value) implements Expression {
    @Override
    public boolean equals(Object other) {
      // apart from ==, which takes 0 and -0 for the same
      return other instanceof Constant constant
          && Double.doubleToRawLongBits(constant.value) == Double.doubleToRawLongBits(value);
    }

    @Override
    public int hashCode() {
      return Double.hashCode(value);
    }
  }

  /** Value {@code index} of an input. */
  record Input(Source source, int index) implements Expression {}

  /** Arithmetic; the operands are numbered in {@code graph} to keep comparisons short. */
  record Operation(Operator operator, List<Integer> operands) implements Expression {}

  /** What an input is. */
  enum Source {
    PARAMETER,
    STATE,
    VELOCITY
  }
}
