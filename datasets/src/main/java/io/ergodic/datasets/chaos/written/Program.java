package io.ergodic.datasets.chaos.written;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The operations that some formulas take, one after the other on numbered registers: inputs first,
 * then constants, then results. Scratch memory is a thread's own.
 */
final class Program {
  private final int[] operations;
  private final int[] left;
  private final int[] right;
  private final int first;
  private final int[] outputs;
  private final int[] places;
  private final ThreadLocal<double[]> registers;

  /**
   * Compiles formulas.
   *
   * @param inputs how many inputs there are
   * @param outputs nodes of the formulas
   * @param places where in the result each output goes
   */
  Program(Formulas formulas, int inputs, int[] outputs, int[] places) {
    boolean[] needed = formulas.needed(outputs);
    int[] register = new int[needed.length];
    List<Double> constants = new ArrayList<>();
    List<Formulas.Node> steps = new ArrayList<>();
    for (int i = 0; i < needed.length; i++) {
      Formulas.Node node = formulas.node(i);
      if (needed[i] && node.operation() == Arithmetic.INPUT) {
        register[i] = node.a();
      } else if (needed[i] && node.operation() == Arithmetic.CONSTANT) {
        register[i] = inputs + constants.size();
        constants.add(formulas.value(i));
      }
    }
    this.first = inputs + constants.size();
    for (int i = 0; i < needed.length; i++) {
      if (needed[i] && formulas.node(i).operation().operands() > 0) {
        register[i] = first + steps.size();
        steps.add(formulas.node(i));
      }
    }
    this.operations = steps.stream().mapToInt(node -> node.operation().ordinal()).toArray();
    this.left = steps.stream().mapToInt(node -> register[node.a()]).toArray();
    this.right = steps.stream().mapToInt(node -> register[node.b()]).toArray();
    this.outputs = Arrays.stream(outputs).map(node -> register[node]).toArray();
    this.places = places.clone();
    double[] initial = new double[first + steps.size()];
    for (int i = 0; i < constants.size(); i++) {
      initial[inputs + i] = constants.get(i);
    }
    this.registers = ThreadLocal.withInitial(initial::clone);
  }

  /** Computes the formulas of a state and of parameters, which are the inputs in this order. */
  void run(double[] state, int dimension, double[] parameters, double[] result) {
    double[] value = registers.get();
    System.arraycopy(state, 0, value, 0, dimension);
    System.arraycopy(parameters, 0, value, dimension, parameters.length);
    for (int i = 0; i < operations.length; i++) {
      value[first + i] = Arithmetic.of(operations[i]).apply(value[left[i]], value[right[i]]);
    }
    for (int i = 0; i < outputs.length; i++) {
      result[places[i]] = value[outputs[i]];
    }
  }
}
