package io.ergodic.models.kernel;

/** What the units of a {@link FullCell} pass on: phi(z), for the lanes of one vector at a time. */
public interface LaneActivation extends OwnWeights {
  /** Writes phi(z) of all units, M x 16 values each, for the lanes from {@code lane} on. */
  void forward(float[] state, int from, float[] target, int to, int lane);

  /**
   * Turns dL/d phi in {@code deltas} (M x 16 from 0) into dL/dz, in place, and keeps the gradients
   * of its own weights.
   */
  void backward(float[] state, int from, float[] deltas, int lane);
}
