package io.ergodic.models.block;

/** What a parameter is for: decides whether weight decay touches it. */
public enum Role {
  /** Matrices and kernels. */
  WEIGHT,
  /** Added constants. */
  BIAS,
  /**
   * Added constants that the norm behind them takes away again, whatever they are: no gradient
   * reaches them. They are there because the published network has them.
   */
  CANCELLED,
  /** Scales and shifts of normalisations, and scales of branches. */
  NORM,
  /** Codes of positions and class tokens. */
  POSITION,
  /** Tables of tokens. */
  EMBEDDING;

  /** Whether weight decay is meant for it. */
  public boolean decays() {
    return this == WEIGHT || this == EMBEDDING;
  }
}
