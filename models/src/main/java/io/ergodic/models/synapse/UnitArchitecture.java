package io.ergodic.models.synapse;

import io.ergodic.models.plrnn.Architecture;

/** Leaky units whose state is what is observed, which goes in, and a potential of each unit. */
interface UnitArchitecture extends Architecture {
  /** Dimension N of the data. */
  int inputs();

  /** H. */
  int units();

  /** Multiply-adds of a row, a function of squashing counted as ten. */
  double multiplyAdds();

  @Override
  default int states() {
    return inputs() + units();
  }

  @Override
  default boolean feedsItself() {
    return true;
  }
}
