package io.ergodic.datasets.chaos;

/** A system with a function of the state that every orbit keeps: its energy. */
public interface EnergyConserving extends ChaoticSystem {
  /** The energy of a state, in the units of the system. */
  double energy(double[] parameters, double[] state);
}
