package io.ergodic.datasets.lift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Expressions in the order in which they were first computed, each but once: to compute the same
 * number twice gives the same bits. Numbers known beforehand are computed at once.
 */
final class Graph {
  private final List<Expression> nodes = new ArrayList<>();
  private final Map<Expression, Integer> numbers = new HashMap<>();

  int constant(double value) {
    return number(new Expression.Constant(value));
  }

  int input(Expression.Source source, int index) {
    return number(new Expression.Input(source, index));
  }

  int operation(Operator operator, int a) {
    return nodes.get(a) instanceof Expression.Constant known
        ? constant(operator.apply(known.value(), 0))
        : number(new Expression.Operation(operator, List.of(a)));
  }

  int operation(Operator operator, int a, int b) {
    return nodes.get(a) instanceof Expression.Constant left
            && nodes.get(b) instanceof Expression.Constant right
        ? constant(operator.apply(left.value(), right.value()))
        : number(new Expression.Operation(operator, List.of(a, b)));
  }

  Expression node(int number) {
    return nodes.get(number);
  }

  int size() {
    return nodes.size();
  }

  /** Which expressions the given ones need, themselves included. */
  boolean[] needed(int[] outputs) {
    return needed(outputs, operation -> false);
  }

  /**
   * The same where some are known already.
   *
   * @param known is needed, but nothing that it is computed from
   */
  boolean[] needed(int[] outputs, Predicate<Expression.Operation> known) {
    boolean[] needed = new boolean[nodes.size()];
    for (int output : outputs) {
      needed[output] = true;
    }
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (needed[i]
          && nodes.get(i) instanceof Expression.Operation operation
          && !known.test(operation)) {
        for (int operand : operation.operands()) {
          needed[operand] = true;
        }
      }
    }
    return needed;
  }

  /** How many operations the outputs take. */
  int operations(int[] outputs) {
    boolean[] needed = needed(outputs);
    int operations = 0;
    for (int i = 0; i < needed.length; i++) {
      if (needed[i] && nodes.get(i) instanceof Expression.Operation) {
        operations++;
      }
    }
    return operations;
  }

  private int number(Expression expression) {
    Integer known = numbers.get(expression);
    if (known == null) {
      known = nodes.size();
      nodes.add(expression);
      numbers.put(expression, known);
    }
    return known;
  }
}
