package io.ergodic.models.cell;

import io.ergodic.models.plrnn.TangentMap;

/** A cell fed its own prediction, in double precision: memory' = U(x, memory), x' = R h' + r. */
final class CellMap implements TangentMap {
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

  @Override
  public int states() {
    return inputs + memory;
  }

  @Override
  public void step(double[] state, double[] target) {
    unit.step(state, next);
    readout.apply(next, 0, output);
    System.arraycopy(output, 0, target, 0, inputs);
    System.arraycopy(next, 0, target, inputs, memory);
  }

  @Override
  public void push(double[] state, double[] tangent, double[] image) {
    unit.push(state, tangent, change);
    readout.push(change, 0, output);
    System.arraycopy(output, 0, image, 0, inputs);
    System.arraycopy(change, 0, image, inputs, memory);
  }
}
