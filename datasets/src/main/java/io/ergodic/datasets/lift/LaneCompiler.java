package io.ergodic.datasets.lift;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes a method that computes the outputs of a graph for all lanes, a vector of lanes at a time:
 * a loop whose body is the graph, one vector instruction an operation. Where the graph has
 * functions of arrays, a first loop computes their arguments.
 */
final class LaneCompiler {
  private static final String OPERATIONS = "io/ergodic/datasets/kernel/LaneOperations";
  private static final String FUNCTIONS = "io/ergodic/datasets/kernel/SineLanes";
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

  /**
   * Writes the method's body.
   *
   * @throws NotLiftableException where a function of arrays is applied to another's value, or there
   *     are more of them than outputs
   */
  void write(MethodVisitor method) throws NotLiftableException {
    boolean[] needed = graph.needed(outputs);
    method.visitCode();
    for (int i = 0; i < needed.length; i++) {
      if (needed[i] && graph.node(i) instanceof Expression.Constant constant) {
        method.visitLdcInsn(constant.value());
        method.visitMethodInsn(INVOKESTATIC, OPERATIONS, "constant", "(D)" + OF, false);
        keep(method, i);
      }
    }
    List<Expression.Operation> functions = functions(needed);
    if (!functions.isEmpty()) {
      // The outputs' rows hold the arguments, then the values, until the outputs are known.
      int[] arguments = functions.stream().mapToInt(f -> f.operands().get(0)).toArray();
      loop(method, graph.needed(arguments), arguments, List.of());
      for (int row = 0; row < arguments.length; row++) {
        method.visitVarInsn(ALOAD, result);
        method.visitVarInsn(ILOAD, lanes);
        method.visitLdcInsn(row);
        method.visitInsn(IMUL);
        method.visitVarInsn(ILOAD, lanes);
        String function = functions.get(row).operator().method();
        method.visitMethodInsn(INVOKESTATIC, FUNCTIONS, function, "([DII)V", false);
      }
    }
    loop(method, graph.needed(outputs, functions::contains), outputs, functions);
    method.visitInsn(RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private List<Expression.Operation> functions(boolean[] needed) throws NotLiftableException {
    List<Expression.Operation> functions = new ArrayList<>();
    for (int i = 0; i < needed.length; i++) {
      if (needed[i]
          && graph.node(i) instanceof Expression.Operation operation
          && operation.operator().ofArrays()) {
        functions.add(operation);
      }
    }
    if (functions.size() > outputs.length) {
      throw new NotLiftableException(
          functions.size() + " functions for " + outputs.length + " outputs");
    }
    for (Expression.Operation function : functions) {
      boolean[] before = graph.needed(new int[] {function.operands().get(0)});
      for (int i = 0; i < before.length; i++) {
        if (before[i] && functions.contains(graph.node(i))) {
          throw new NotLiftableException("a function of a function");
        }
      }
    }
    return functions;
  }

  /**
   * Goes through the lanes and stores expressions in the rows of the result.
   *
   * @param values what was computed before and lies there, row by row
   */
  private void loop(
      MethodVisitor method, boolean[] needed, int[] stored, List<? extends Expression> values) {
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
      int row = values.indexOf(graph.node(i));
      if (!needed[i]) {
        continue;
      }
      if (row >= 0) {
        load(method, result, row, lane);
        keep(method, i);
      } else if (graph.node(i) instanceof Expression.Input input) {
        load(method, sources.get(input.source()), input.index(), lane);
        keep(method, i);
      } else if (graph.node(i) instanceof Expression.Operation operation) {
        compute(method, operation);
        keep(method, i);
      }
    }
    for (int row = 0; row < stored.length; row++) {
      method.visitVarInsn(ALOAD, variables.get(stored[row]));
      method.visitVarInsn(ALOAD, result);
      place(method, row, lane);
      method.visitMethodInsn(INVOKESTATIC, OPERATIONS, "store", "(" + OF + "[DI)V", false);
    }
    method.visitVarInsn(ILOAD, lane);
    method.visitFieldInsn(GETSTATIC, OPERATIONS, "WIDTH", "I");
    method.visitInsn(IADD);
    method.visitVarInsn(ISTORE, lane);
    method.visitJumpInsn(GOTO, loop);
    method.visitLabel(end);
  }

  private void load(MethodVisitor method, int array, int row, int lane) {
    method.visitVarInsn(ALOAD, array);
    place(method, row, lane);
    method.visitMethodInsn(INVOKESTATIC, OPERATIONS, "load", "([DI)" + OF, false);
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
