package io.ergodic.datasets.lift;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Runs a method's bytecode once with numbers that are not known yet and records their arithmetic.
 * Whole numbers and objects are known, so loops over coordinates and calls of other methods leave
 * nothing behind but arithmetic.
 */
final class Recorder {
  private static final int MOST_INSTRUCTIONS = 200_000;
  private static final int DEEPEST_CALL = 12;

  private final Graph graph;
  private final ClassLoader loader;
  private int instructions;

  /**
   * Records into a graph.
   *
   * @param loader of the equations
   */
  Recorder(Graph graph, ClassLoader loader) {
    this.graph = graph;
    this.loader = loader;
  }

  /** Runs a method; {@code null} for one that returns nothing. */
  Value run(MethodCode method, List<Value> arguments, int depth) throws NotLiftableException {
    if (depth > DEEPEST_CALL) {
      throw new NotLiftableException("calls nested deeper than " + DEEPEST_CALL);
    }
    MethodNode code = method.code();
    Frame frame = new Frame(code.maxLocals);
    int slot = 0;
    for (Value argument : arguments) {
      frame.locals[slot] = argument;
      slot += argument instanceof Value.Number ? 2 : 1;
    }
    AbstractInsnNode at = code.instructions.getFirst();
    while (at != null) {
      if (++instructions > MOST_INSTRUCTIONS) {
        throw new NotLiftableException("more than " + MOST_INSTRUCTIONS + " instructions");
      }
      int opcode = at.getOpcode();
      if (opcode == RETURN) {
        return null;
      }
      if (opcode == IRETURN || opcode == DRETURN || opcode == ARETURN) {
        return frame.pop();
      }
      if (at instanceof JumpInsnNode jump) {
        at = jumps(jump, frame) ? jump.label : at.getNext();
        continue;
      }
      if (opcode >= 0) {
        execute(at, frame, depth);
      }
      at = at.getNext();
    }
    throw new NotLiftableException("no return from " + code.name);
  }

  private void execute(AbstractInsnNode node, Frame frame, int depth) throws NotLiftableException {
    int opcode = node.getOpcode();
    if (node instanceof VarInsnNode variable) {
      if (opcode >= ISTORE) {
        frame.locals[variable.var] = frame.pop();
      } else {
        frame.push(frame.locals[variable.var]);
      }
    } else if (node instanceof LdcInsnNode load) {
      frame.push(constant(load.cst));
    } else if (node instanceof IntInsnNode operand) {
      pushOrAllocate(operand, frame);
    } else if (node instanceof IincInsnNode increment) {
      int value = ((Value.Whole) frame.locals[increment.var]).value();
      frame.locals[increment.var] = new Value.Whole(value + increment.incr);
    } else if (node instanceof FieldInsnNode field) {
      Object owner = opcode == GETFIELD ? frame.popObject() : null;
      if (opcode != GETFIELD && opcode != GETSTATIC) {
        throw new NotLiftableException("writes field " + field.name);
      }
      frame.push(value(MethodCode.field(field, owner, loader)));
    } else if (node instanceof MethodInsnNode call) {
      call(call, frame, depth);
    } else {
      arithmetic(opcode, frame);
    }
  }

  private Value constant(Object value) throws NotLiftableException {
    if (value instanceof Double number) {
      return new Value.Number(graph.constant(number));
    }
    if (value instanceof Integer number) {
      return new Value.Whole(number);
    }
    throw new NotLiftableException("constant " + value);
  }

  /** An object that was there beforehand; arrays of doubles become constants. */
  private Value value(Object object) throws NotLiftableException {
    if (object instanceof double[] array) {
      int[] expressions = new int[array.length];
      for (int i = 0; i < array.length; i++) {
        expressions[i] = graph.constant(array[i]);
      }
      return new Value.Vector(expressions);
    }
    return object instanceof Double || object instanceof Integer
        ? constant(object)
        : new Value.Known(object);
  }

  private void pushOrAllocate(IntInsnNode node, Frame frame) throws NotLiftableException {
    if (node.getOpcode() != NEWARRAY) {
      frame.push(new Value.Whole(node.operand));
    } else if (node.operand == T_DOUBLE) {
      int[] zeros = new int[frame.popWhole()];
      java.util.Arrays.fill(zeros, graph.constant(0));
      frame.push(new Value.Vector(zeros));
    } else {
      throw new NotLiftableException("allocates an array of another type than double");
    }
  }

  private void call(MethodInsnNode call, Frame frame, int depth) throws NotLiftableException {
    Optional<Operator> operator = Operator.of(call.owner, call.name);
    if (operator.isPresent() && call.desc.endsWith(")D")) {
      binaryOrUnary(operator.get(), frame);
      return;
    }
    List<Value> arguments = new ArrayList<>();
    for (int i = Type.getArgumentTypes(call.desc).length; i > 0; i--) {
      arguments.add(0, frame.pop());
    }
    MethodCode target;
    if (call.getOpcode() == INVOKESTATIC) {
      target = MethodCode.ofStatic(call, loader);
    } else {
      Object receiver = frame.popObject();
      target = MethodCode.of(receiver, call, loader);
      arguments.add(0, new Value.Known(receiver));
    }
    Value result = run(target, arguments, depth + 1);
    if (result != null) {
      frame.push(result);
    }
  }

  private void binaryOrUnary(Operator operator, Frame frame) throws NotLiftableException {
    int b = frame.popNumber();
    frame.push(
        new Value.Number(
            operator.operands() == 1
                ? graph.operation(operator, b)
                : graph.operation(operator, frame.popNumber(), b)));
  }

  private void arithmetic(int opcode, Frame frame) throws NotLiftableException {
    switch (opcode) {
      case DADD -> binaryOrUnary(Operator.ADD, frame);
      case DSUB -> binaryOrUnary(Operator.SUB, frame);
      case DMUL -> binaryOrUnary(Operator.MUL, frame);
      case DDIV -> binaryOrUnary(Operator.DIV, frame);
      case DNEG -> binaryOrUnary(Operator.NEG, frame);
      case DCONST_0, DCONST_1 -> frame.push(new Value.Number(graph.constant(opcode - DCONST_0)));
      case I2D -> frame.push(new Value.Number(graph.constant(frame.popWhole())));
      case DALOAD -> {
        int index = frame.popWhole();
        frame.push(new Value.Number(frame.popVector()[index]));
      }
      case DASTORE -> {
        int value = frame.popNumber();
        int index = frame.popWhole();
        frame.popVector()[index] = value;
      }
      case AALOAD -> {
        int index = frame.popWhole();
        frame.push(value(((Object[]) frame.popObject())[index]));
      }
      case ARRAYLENGTH -> {
        Value array = frame.pop();
        frame.push(
            new Value.Whole(
                array instanceof Value.Vector vector
                    ? vector.expressions().length
                    : ((Object[]) ((Value.Known) array).object()).length));
      }
      case NOP -> {}
      default -> frame.whole(opcode);
    }
  }

  private static boolean jumps(JumpInsnNode jump, Frame frame) throws NotLiftableException {
    int opcode = jump.getOpcode();
    if (opcode == GOTO) {
      return true;
    }
    if (opcode == IFNULL || opcode == IFNONNULL) {
      boolean isNull = frame.pop() instanceof Value.Known known && known.object() == null;
      return isNull == (opcode == IFNULL);
    }
    int right = opcode >= IF_ICMPEQ && opcode <= IF_ICMPLE ? frame.popWhole() : 0;
    int left = frame.popWhole();
    return switch (opcode) {
      case IFEQ, IF_ICMPEQ -> left == right;
      case IFNE, IF_ICMPNE -> left != right;
      case IFLT, IF_ICMPLT -> left < right;
      case IFGE, IF_ICMPGE -> left >= right;
      case IFGT, IF_ICMPGT -> left > right;
      case IFLE, IF_ICMPLE -> left <= right;
      default -> throw new NotLiftableException("branch of kind " + opcode);
    };
  }
}
