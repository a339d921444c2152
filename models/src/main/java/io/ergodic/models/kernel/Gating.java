package io.ergodic.models.kernel;

import java.util.function.IntFunction;

/** How the layers of a {@link HighwayUnit} let their old state s pass beside h = tanh(g). */
public enum Gating {
  /** s' = h. */
  NONE(1, 0, hidden -> new OpenGate(hidden, false)),
  /** s' = s + h. */
  ADDITIVE(1, 0, hidden -> new OpenGate(hidden, true)),
  /** s' = (1 - a) s + a h, a learned rate a for every unit. */
  RATE(1, 1, RateGate::new),
  /** s' = (1 - t) s + t h, t computed of state and input. */
  COUPLED(2, 0, CoupledGate::new);

  private final int blocks;
  private final int weights;
  private final IntFunction<LayerGate> gates;

  Gating(int blocks, int weights, IntFunction<LayerGate> gates) {
    this.blocks = blocks;
    this.weights = weights;
    this.gates = gates;
  }

  /** Blocks of H rows in the linear map of a layer: the candidate's, then the gate's. */
  public int blocks() {
    return blocks;
  }

  /** Weights of the gate itself for each unit. */
  public int weights() {
    return weights;
  }

  LayerGate create(int hidden) {
    return gates.apply(hidden);
  }
}
