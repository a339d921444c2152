package io.ergodic.models.cell;

import io.ergodic.models.plrnn.StateMap;

/** A cell fed its own prediction, in double precision: memory' = U(x, memory), x' = R h' + r. */
final class CellMap implements StateMap {
  private final int inputs;
  private final int memory;
  private final UnitMap unit;
  private final DenseLayer readout;
  private final double[] next;
  private final double[] change;
  private final double[] output;

  CellMap(int inputs, UnitMap unit, DenseLayer readout) {
    this.inputs = inputs;
    this.memory = unit.memory();
    this.unit = unit;
    this.readout = readout;
    this.next = new double[memory];
    this.change = new double[memory];
    this.output = new double[inputs];
  }

  int states() {
    return inputs + memory;
  }

  @Override
  public void step(double[] state, double[] target) {
    unit.step(state, next);
    readout.apply(next, 0, output);
    System.arraycopy(output, 0, target, 0, inputs);
    System.arraycopy(next, 0, target, inputs, memory);
  }

  /** The product of the Jacobian at {@code state} with {@code tangent}. */
  void push(double[] state, double[] tangent, double[] image) {
    unit.push(state, tangent, change);
    readout.push(change, 0, output);
    System.arraycopy(output, 0, image, 0, inputs);
    System.arraycopy(change, 0, image, inputs, memory);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    int size = states();
    double[] direction = new double[size];
    double[] column = new double[size];
    for (int j = 0; j < size; j++) {
      direction[j] = 1;
      push(state, direction, column);
      direction[j] = 0;
      for (int i = 0; i < size; i++) {
        jacobian[i * size + j] = column[i];
      }
    }
  }
}
