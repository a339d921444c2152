package io.ergodic.datasets.kernel;

/** The right-hand side of an autonomous differential equation on many states side by side. */
public interface LaneField {
  /** Writes f(state; parameters) of every lane to {@code derivatives}. */
  void derivative(double[] parameters, double[] states, double[] derivatives, int lanes);

  /** Writes (df/dx) velocity of every lane to {@code accelerations}. */
  void acceleration(
      double[] parameters, double[] states, double[] velocities, double[] accelerations, int lanes);
}
