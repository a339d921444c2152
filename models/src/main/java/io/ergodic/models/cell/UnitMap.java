package io.ergodic.models.cell;

/**
 * What a step makes of the memory of a cell, in double precision. The state is (x, memory), N
 * inputs first; the first H variables of the memory are read out.
 */
interface UnitMap {
  /** Variables of the memory. */
  int memory();

  /** Writes the next memory of a state; the arrays are different ones. */
  void step(double[] state, double[] next);

  /** Writes what a small change of the state does to the next memory. */
  void push(double[] state, double[] tangent, double[] image);
}
