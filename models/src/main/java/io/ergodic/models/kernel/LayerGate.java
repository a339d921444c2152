package io.ergodic.models.kernel;

/**
 * How a layer of a {@link HighwayUnit} lets its old state s pass beside the candidate tanh(g): the
 * pre-activations of the layer are one or two blocks of H rows, g and then what the gate reads.
 */
interface LayerGate extends OwnWeights {
  /**
   * Squashes the pre-activations in place and writes the new state.
   *
   * @param state H x 16 values from {@code from}
   * @param next receives H x 16 values from {@code to}
   */
  void forward(float[] state, int from, float[] active, float[] next, int to);

  /**
   * The adjoint, right after {@link #forward} of the same state.
   *
   * @param outer dL/ds', which becomes dL/ds as far as s passes the gate: H x 16 values from 0
   * @param deltas receives dL/d(pre-activations)
   */
  void backward(float[] state, int from, float[] active, float[] outer, float[] deltas);
}
