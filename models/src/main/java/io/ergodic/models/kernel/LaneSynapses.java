package io.ergodic.models.kernel;

/**
 * What source units bring to target units, as a current I and a conductance G that pulls them to
 * zero: C dv/dt = ... + I - G v. For the lanes of one vector at a time; all arrays are
 * [unit][lane].
 */
public interface LaneSynapses {
  int parameterCount();

  /** Takes new weights, found from {@code offset}, and forgets all gradients. */
  void load(float[] parameters, int offset);

  /**
   * Adds currents and conductances of all targets.
   *
   * @param sources from {@code from}
   * @param slot where to keep what {@link #backward} needs; below 0 to keep nothing
   */
  void forward(float[] sources, int from, float[] currents, float[] conductances, int slot);

  /**
   * From dL/dI and dL/dG of all targets adds dL/d source to {@code sourceGradients} (from 0) and
   * keeps the gradients of its own weights.
   *
   * @param slot of the {@link #forward} before
   */
  void backward(
      float[] sources,
      int from,
      float[] currentGradients,
      float[] conductanceGradients,
      float[] sourceGradients,
      int slot);

  /** Adds the gradients of its weights to {@code gradient}, from {@code offset}. */
  void gradient(float[] gradient, int offset);
}
