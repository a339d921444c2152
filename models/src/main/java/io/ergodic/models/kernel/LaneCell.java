package io.ergodic.models.kernel;

/**
 * A recurrent map z' = F(z) over sixteen lanes with its adjoint. A gradient is gathered in three
 * strides: {@link #backwardStep} runs back through time and keeps what it found in a slot; {@link
 * #accumulate} adds the slots to the weight gradients, weight by weight with the time innermost, so
 * the sums stay in registers; {@link #gradient} adds up the lanes.
 */
public interface LaneCell {
  /** Slots between two calls of {@link #accumulate}. */
  int SLOTS = 16;

  /** Dimension M of the state. */
  int states();

  /** Number of weights in canonical order. */
  int parameterCount();

  /** Takes new weights, found from {@code offset} in canonical order, and forgets all gradients. */
  void load(float[] parameters, int offset);

  /** One step from {@code state[from..]} to {@code next[to..]}, M x 16 values each. */
  void forwardStep(float[] state, int from, float[] next, int to);

  /**
   * The adjoint of one step: from dL/dz' at {@code outer[at..]} to dL/dz, written to {@code inner}
   * from 0, both M x 16.
   *
   * @param state the state the step started from, at {@code from}
   * @param slot where to keep what {@link #accumulate} needs
   */
  void backwardStep(float[] state, int from, float[] outer, int at, float[] inner, int slot);

  /** Adds slots 0 to {@code slots}, whose states and outer gradients begin at the given offsets. */
  void accumulate(float[] state, int from, float[] outer, int at, int slots);

  /** Adds the gradient of all accumulated steps to {@code gradient}, from {@code offset}. */
  void gradient(float[] gradient, int offset);
}
