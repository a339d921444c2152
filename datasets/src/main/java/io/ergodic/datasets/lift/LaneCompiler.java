package io.ergodic.datasets.lift;

import static org.objectweb.asm.Opcodes.*;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes a method that computes the outputs of a graph for all lanes, a vector of lanes at a time:
 * a loop whose body is the graph, one vector instruction an operation.
 */
final class LaneCompiler {
  private static final String OPERATIONS = "io/ergodic/datasets/kernel/LaneOperations";
  private static final String VECTOR = "jdk/incubator/vector/DoubleVector";
  private static final String ANY = "Ljdk/incubator/vector/Vector;";
  private static final String OF = "L" + VECTOR + ";";

  private final Graph graph;
  private final int[] outputs;
  private final Map<Expression.Source, Integer> sources;
  private final int result;
  private final int lanes;
  private final Map<Integer, Integer> variables = new HashMap<>();
  private int free;

  /**
   * @param sources the argument that holds each input
   * @param result the argument that outputs are written to
   * @param lanes the argument that says how many lanes there are; the last
   */
  LaneCompiler(
      Graph graph, int[] outputs, Map<Expression.Source, Integer> sources, int result, int lanes) {
    this.graph = graph;
    this.outputs = outputs;
    this.sources = sources;
    this.result = result;
    this.lanes = lanes;
    this.free = lanes + 1;
  }

  void write(MethodVisitor method) {
    boolean[] needed = graph.needed(outputs);
    method.visitCode();
    for (int i = 0; i < needed.length; i++) {
      if (needed[i] && graph.node(i) instanceof Expression.Constant constant) {
        method.visitLdcInsn(constant.value());
        method.visitMethodInsn(INVOKESTATIC, OPERATIONS, "constant", "(D)" + OF, false);
        keep(method, i);
      }
    }
    int lane = free++;
    Label loop = new Label();
    Label end = new Label();
    method.visitInsn(ICONST_0);
    method.visitVarInsn(ISTORE, lane);
    method.visitLabel(loop);
    method.visitVarInsn(ILOAD, lane);
    method.visitVarInsn(ILOAD, lanes);
    method.visitJumpInsn(IF_ICMPGE, end);
    for (int i = 0; i < needed.length; i++) {
      if (needed[i] && graph.node(i) instanceof Expression.Input input) {
        method.visitVarInsn(ALOAD, sources.get(input.source()));
        place(method, input.index(), lane);
        method.visitMethodInsn(INVOKESTATIC, OPERATIONS, "load", "([DI)" + OF, false);
        keep(method, i);
      } else if (needed[i] && graph.node(i) instanceof Expression.Operation operation) {
        compute(method, operation);
        keep(method, i);
      }
    }
    for (int i = 0; i < outputs.length; i++) {
      method.visitVarInsn(ALOAD, variables.get(outputs[i]));
      method.visitVarInsn(ALOAD, result);
      place(method, i, lane);
      method.visitMethodInsn(INVOKESTATIC, OPERATIONS, "store", "(" + OF + "[DI)V", false);
    }
    method.visitVarInsn(ILOAD, lane);
    method.visitFieldInsn(GETSTATIC, OPERATIONS, "WIDTH", "I");
    method.visitInsn(IADD);
    method.visitVarInsn(ISTORE, lane);
    method.visitJumpInsn(GOTO, loop);
    method.visitLabel(end);
    method.visitInsn(RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private void compute(MethodVisitor method, Expression.Operation operation) {
    Operator operator = operation.operator();
    for (int operand : operation.operands()) {
      method.visitVarInsn(ALOAD, variables.get(operand));
    }
    String signature = operator.operands() == 2 ? "(" + ANY + ")" + OF : "()" + OF;
    method.visitMethodInsn(INVOKEVIRTUAL, VECTOR, operator.method(), signature, false);
  }

  private void keep(MethodVisitor method, int expression) {
    method.visitVarInsn(ASTORE, free);
    variables.put(expression, free++);
  }

  /** Pushes where value {@code index} of the lanes at {@code lane} lies. */
  private void place(MethodVisitor method, int index, int lane) {
    method.visitVarInsn(ILOAD, lanes);
    method.visitLdcInsn(index);
    method.visitInsn(IMUL);
    method.visitVarInsn(ILOAD, lane);
    method.visitInsn(IADD);
  }
}
