package io.ergodic.models.kernel;

/**
 * What a step makes of the memory of a {@link RecurrentCell}. The state of the cell is (x, memory):
 * N inputs, then the memory, whose first H variables are what is read out. All arrays hold sixteen
 * lanes; gradients are gathered as {@link LaneCell} tells.
 */
public interface RecurrentUnit {
  /** Inputs N. */
  int inputs();

  /** Variables H that are read out. */
  int hidden();

  /** Variables of the memory, at least H. */
  int memory();

  /** Number of weights in canonical order. */
  int parameterCount();

  /** Takes new weights, found from {@code offset} in canonical order, and forgets all gradients. */
  void load(float[] parameters, int offset);

  /**
   * Writes the next memory.
   *
   * @param state (N + memory) x 16 values from {@code from}
   * @param next receives memory x 16 values from {@code to}
   */
  void forward(float[] state, int from, float[] next, int to);

  /**
   * The adjoint of a step.
   *
   * @param next receives the next memory once more, from {@code to}
   * @param outer dL/d(next memory), memory x 16 values from 0, which are used up
   * @param inner adds dL/d(state), (N + memory) x 16 values from 0
   * @param slot where to keep what {@link #accumulate} needs
   */
  void backward(
      float[] state, int from, float[] next, int to, float[] outer, float[] inner, int slot);

  /** Adds slots 0 to {@code slots}, whose states begin at {@code from}, one after the other. */
  void accumulate(float[] state, int from, int slots);

  /** Adds the gradient of all accumulated steps to {@code gradient}, from {@code offset}. */
  void gradient(float[] gradient, int offset);
}
