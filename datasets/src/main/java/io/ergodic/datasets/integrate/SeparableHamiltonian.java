package io.ergodic.datasets.integrate;

/** A Hamiltonian T(p) + V(q). */
public interface SeparableHamiltonian {
  /** Number of positions, and of momenta. */
  int freedoms();

  /** Writes dT/dp. */
  void velocity(double[] momentum, double[] velocity);

  /** Writes -dV/dq. */
  void force(double[] position, double[] force);
}
