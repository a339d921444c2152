package io.ergodic.datasets.lift;

import static org.objectweb.asm.Opcodes.*;

import io.ergodic.datasets.kernel.LaneField;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * Makes a {@link LaneField} of equations written for one state: an object with the methods {@code
 * derivative(parameters, state, velocity)} and {@code jacobian(parameters, state, jacobian)} on
 * arrays of doubles, the second adding the entries of df/dx that are not zero.
 */
public final class LiftedField {
  private static final String SIGNATURE = "([D[D[D)V";

  /** More make the compiler of the virtual machine give up. */
  private static final int MOST_OPERATIONS = 150;

  private static final Map<Key, Optional<LaneField>> KNOWN = new ConcurrentHashMap<>();

  private record Key(Class<?> equations, int dimension, int parameters) {}

  private LiftedField() {}

  /**
   * The lifted equations; empty where they branch on values, call functions that vectors have no
   * instruction for, are too long, or this virtual machine has no Vector API.
   *
   * @param equations the same for all objects of a class
   * @param dimension of the state
   * @param parameters how many there are
   */
  public static Optional<LaneField> of(Object equations, int dimension, int parameters) {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return Optional.empty();
    }
    // once for all, since the virtual machine compiles every generated class anew
    return KNOWN.computeIfAbsent(
        new Key(equations.getClass(), dimension, parameters),
        key -> {
          try {
            return Optional.of(lift(equations, dimension, parameters));
          } catch (NotLiftableException reason) {
            return Optional.empty();
          }
        });
  }

  static LaneField lift(Object equations, int n, int parameters) throws NotLiftableException {
    Graph velocityGraph = new Graph();
    int[] velocity = record(velocityGraph, equations, "derivative", n, parameters, n);
    Graph accelerationGraph = new Graph();
    int[] jacobian = record(accelerationGraph, equations, "jacobian", n, parameters, n * n);
    int[] acceleration = product(accelerationGraph, jacobian, n);
    int operations =
        velocityGraph.operations(velocity) + accelerationGraph.operations(acceleration);
    if (operations > MOST_OPERATIONS) {
      throw new NotLiftableException(operations + " operations");
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    String name = "io/ergodic/datasets/lift/Lifted" + equations.getClass().getSimpleName();
    String field = "io/ergodic/datasets/kernel/LaneField";
    writer.visit(
        V17, ACC_FINAL | ACC_SYNTHETIC, name, null, "java/lang/Object", new String[] {field});
    MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(ALOAD, 0);
    constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    constructor.visitInsn(RETURN);
    constructor.visitMaxs(0, 0);
    constructor.visitEnd();
    Map<Expression.Source, Integer> sources =
        Map.of(Expression.Source.PARAMETER, 1, Expression.Source.STATE, 2);
    new LaneCompiler(velocityGraph, velocity, sources, 3, 4)
        .write(writer.visitMethod(ACC_PUBLIC, "derivative", "([D[D[DI)V", null, null));
    sources =
        Map.of(
            Expression.Source.PARAMETER, 1,
            Expression.Source.STATE, 2,
            Expression.Source.VELOCITY, 3);
    new LaneCompiler(accelerationGraph, acceleration, sources, 4, 5)
        .write(writer.visitMethod(ACC_PUBLIC, "acceleration", "([D[D[D[DI)V", null, null));
    writer.visitEnd();
    try {
      return (LaneField)
          MethodHandles.lookup()
              .defineHiddenClass(writer.toByteArray(), true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("generated class of " + equations, impossible);
    }
  }

  private static int[] record(
      Graph graph, Object equations, String method, int n, int parameters, int outputs)
      throws NotLiftableException {
    int[] given = inputs(graph, Expression.Source.PARAMETER, parameters);
    int[] state = inputs(graph, Expression.Source.STATE, n);
    int[] output = new int[outputs];
    Arrays.fill(output, graph.constant(0));
    new Recorder(graph, equations.getClass().getClassLoader())
        .run(
            MethodCode.find(equations.getClass(), method, SIGNATURE),
            List.of(
                new Value.Known(equations),
                new Value.Vector(given),
                new Value.Vector(state),
                new Value.Vector(output)),
            0);
    return output;
  }

  /** Jacobian times velocity, each sum in the order of the coordinates. */
  private static int[] product(Graph graph, int[] jacobian, int n) {
    int zero = graph.constant(0);
    int[] velocity = inputs(graph, Expression.Source.VELOCITY, n);
    int[] product = new int[n];
    for (int i = 0; i < n; i++) {
      int sum = zero;
      for (int j = 0; j < n; j++) {
        int entry = jacobian[i * n + j];
        // a sum that began with 0 is never -0, so that a product with 0 adds nothing to it
        if (entry != zero) {
          int part = graph.operation(Operator.MUL, entry, velocity[j]);
          sum = graph.operation(Operator.ADD, sum, part);
        }
      }
      product[i] = sum;
    }
    return product;
  }

  private static int[] inputs(Graph graph, Expression.Source source, int count) {
    int[] inputs = new int[count];
    for (int i = 0; i < count; i++) {
      inputs[i] = graph.input(source, i);
    }
    return inputs;
  }
}
