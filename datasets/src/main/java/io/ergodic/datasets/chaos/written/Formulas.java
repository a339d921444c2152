package io.ergodic.datasets.chaos.written;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Formulas as one graph: nodes in the order in which they can be computed, each but once. What has
 * known operands is computed at once, as a compiler does; nothing else is rearranged, so that a
 * formula has the bits that its order of operations gives.
 */
final class Formulas {
  /** More are not held: equations, and their derivatives, that long are no longer equations. */
  static final int MOST = 1 << 17;

  /** One node: an operation on the nodes a and b, a constant of a value, or input number a. */
  record Node(Arithmetic operation, int a, int b, long bits) {}

  private final List<Node> nodes = new ArrayList<>();
  private final Map<Node, Integer> numbers = new HashMap<>();

  int constant(double value) {
    return number(new Node(Arithmetic.CONSTANT, 0, 0, Double.doubleToRawLongBits(value)));
  }

  int input(int index) {
    return number(new Node(Arithmetic.INPUT, index, 0, 0));
  }

  int operation(Arithmetic operation, int a) {
    return operation(operation, a, a);
  }

  int operation(Arithmetic operation, int a, int b) {
    return isConstant(a) && isConstant(b)
        ? constant(operation.apply(value(a), value(b)))
        : number(new Node(operation, a, b, 0));
  }

  /** x times itself, from the left: what one writes as x * x * x. */
  int power(int x, int times) {
    int product = x;
    for (int i = 1; i < times; i++) {
      product = operation(Arithmetic.MULTIPLY, product, x);
    }
    return product;
  }

  Node node(int number) {
    return nodes.get(number);
  }

  int size() {
    return nodes.size();
  }

  boolean isConstant(int number) {
    return nodes.get(number).operation() == Arithmetic.CONSTANT;
  }

  boolean is(int number, double value) {
    return isConstant(number) && value(number) == value;
  }

  /** The value of a constant. */
  double value(int number) {
    return Double.longBitsToDouble(nodes.get(number).bits());
  }

  /** Whether a formula contains an operation. */
  boolean contains(int[] outputs, Arithmetic operation) {
    boolean[] needed = needed(outputs);
    for (int i = 0; i < needed.length; i++) {
      if (needed[i] && nodes.get(i).operation() == operation) {
        return true;
      }
    }
    return false;
  }

  /** Which nodes the given ones need, themselves included. */
  boolean[] needed(int[] outputs) {
    boolean[] needed = new boolean[nodes.size()];
    for (int output : outputs) {
      needed[output] = true;
    }
    for (int i = needed.length - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (needed[i] && node.operation().operands() > 0) {
        needed[node.a()] = true;
        needed[node.b()] = true;
      }
    }
    return needed;
  }

  private int number(Node node) {
    Integer known = numbers.get(node);
    if (known == null) {
      if (nodes.size() == MOST) {
        throw new EquationException(1, "these equations take more than " + MOST + " operations");
      }
      known = nodes.size();
      nodes.add(node);
      numbers.put(node, known);
    }
    return known;
  }
}
