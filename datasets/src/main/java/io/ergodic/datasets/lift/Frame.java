package io.ergodic.datasets.lift;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayDeque;
import java.util.Deque;

/** Local variables and operands of a method that is being recorded. */
final class Frame {
  final Value[] locals;
  private final Deque<Value> stack = new ArrayDeque<>();

  Frame(int variables) {
    locals = new Value[variables];
  }

  void push(Value value) {
    stack.push(value);
  }

  Value pop() {
    return stack.pop();
  }

  int popNumber() throws NotLiftableException {
    if (stack.pop() instanceof Value.Number number) {
      return number.expression();
    }
    throw new NotLiftableException("a number that is not a double");
  }

  int popWhole() throws NotLiftableException {
    if (stack.pop() instanceof Value.Whole whole) {
      return whole.value();
    }
    throw new NotLiftableException("a branch or an index that depends on the state");
  }

  int[] popVector() throws NotLiftableException {
    if (stack.pop() instanceof Value.Vector vector) {
      return vector.expressions();
    }
    throw new NotLiftableException("an array of another type than double");
  }

  Object popObject() throws NotLiftableException {
    if (stack.pop() instanceof Value.Known known && known.object() != null) {
      return known.object();
    }
    throw new NotLiftableException("an object that is not there beforehand");
  }

  /** Instructions on whole numbers and on the order of the stack. */
  void whole(int opcode) throws NotLiftableException {
    if (opcode >= ICONST_M1 && opcode <= ICONST_5) {
      push(new Value.Whole(opcode - ICONST_0));
      return;
    }
    switch (opcode) {
      case DUP -> push(stack.peek());
      case DUP2 -> {
        Value top = pop();
        Value below = top instanceof Value.Number ? null : pop();
        for (int i = 0; i < 2; i++) {
          if (below != null) {
            push(below);
          }
          push(top);
        }
      }
      case POP -> pop();
      case INEG -> push(new Value.Whole(-popWhole()));
      case IADD, ISUB, IMUL, IDIV, IREM -> {
        int right = popWhole();
        int left = popWhole();
        push(
            new Value.Whole(
                switch (opcode) {
                  case IADD -> left + right;
                  case ISUB -> left - right;
                  case IMUL -> left * right;
                  case IDIV -> left / right;
                  default -> left % right;
                }));
      }
        // comparisons of doubles lead to branches, which lanes cannot take each for itself
      case DCMPL, DCMPG -> throw new NotLiftableException("a branch on a value");
      default -> throw new NotLiftableException("instruction " + opcode);
    }
  }
}
