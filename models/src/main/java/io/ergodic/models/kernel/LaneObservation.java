package io.ergodic.models.kernel;

/**
 * How states show themselves: x = O(z), with the estimate of a state from an observation by which
 * teacher forcing works. All arrays hold sixteen lanes; x is [time][N][16].
 */
public interface LaneObservation {
  /** Number of weights in canonical order. */
  int parameterCount();

  /** Takes new weights and forgets all gradients. */
  void load(float[] parameters, int offset);

  /** Prepares the forcing signal of all {@code rows} rows of x. */
  void prepare(float[] x, int rows);

  /** The state that row {@code row} of x tells of, written to {@code state} from {@code to}. */
  void initialise(float[] x, int row, float[] state, int to);

  /**
   * The loss of one state against row {@code row} and its gradient.
   *
   * @param state M x 16 values from {@code from}
   * @param outer receives dL/dz, M x 16 values from {@code at}
   * @param scale of the gradient by lane: 2 / (number of terms), or 0 for a lane that does not
   *     count
   * @param loss adds the squared errors by lane
   */
  void compare(
      float[] x,
      int row,
      float[] state,
      int from,
      float[] outer,
      int at,
      float[] scale,
      float[] loss);

  /**
   * Replaces the state from {@code from} by (1 - alpha) z + alpha z^, where z^ is what row {@code
   * row} tells of the state.
   */
  void force(int row, float alpha, float[] state, int from);

  /** The adjoint of {@link #force}: shrinks dL/d(forced z) to dL/dz in place. */
  void release(float alpha, float[] inner);

  /** Takes dL/dz of a state made of row {@code row} of x into the weight gradients. */
  void initialGradient(float[] x, int row, float[] inner);

  /** Adds the gradient of everything taken to {@code gradient}, from {@code offset}. */
  void gradient(float[] gradient, int offset);
}
