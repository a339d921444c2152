package io.ergodic.models.cell;

import io.ergodic.models.kernel.Gating;
import io.ergodic.models.kernel.HyperbolicTangent;
import io.ergodic.models.kernel.Logistic;
import java.util.Arrays;

/**
 * One layer of a highway unit in double precision: s' = k s + w tanh(g), where the gate makes k and
 * w. Weights: the map's, then one a unit where rates are learned.
 */
final class HighwayLayer {
  private final int hidden;
  private final int own;
  private final boolean computed;
  private final DenseLayer map;
  private final double[] kept;
  private final double[] written;
  private final double[] active;
  private final double[] change;

  HighwayLayer(int hidden, int columns, Gating gating, double[] weights, int offset) {
    this.hidden = hidden;
    this.own = gating.weights() * hidden;
    this.computed = gating.blocks() > 1;
    this.map = new DenseLayer(gating.blocks() * hidden, columns, weights, offset);
    this.kept = new double[hidden];
    this.written = new double[hidden];
    this.active = new double[gating.blocks() * hidden];
    this.change = new double[gating.blocks() * hidden];
    Arrays.fill(written, 1);
    Arrays.fill(kept, gating == Gating.ADDITIVE ? 1 : 0);
    if (own > 0) {
      System.arraycopy(weights, offset + map.parameterCount(), written, 0, hidden);
      Logistic.apply(written, 0, hidden);
      Arrays.setAll(kept, i -> 1 - written[i]);
    }
  }

  int parameterCount() {
    return map.parameterCount() + own;
  }

  /** Replaces {@code s}; {@code x} is what the map reads and may be the same array. */
  void step(double[] x, double[] s) {
    map.apply(x, 0, active);
    squash();
    for (int i = 0; i < hidden; i++) {
      s[i] = kept[i] * s[i] + written[i] * active[i];
    }
  }

  private void squash() {
    HyperbolicTangent.apply(active, 0, hidden);
    if (computed) {
      Logistic.apply(active, hidden, hidden);
      for (int i = 0; i < hidden; i++) {
        written[i] = active[hidden + i];
        kept[i] = 1 - written[i];
      }
    }
  }

  /** The same, and replaces the change {@code ds} of s by that of its new value. */
  void push(double[] x, double[] dx, double[] s, double[] ds) {
    map.apply(x, 0, active);
    map.push(dx, 0, change);
    squash();
    for (int i = 0; i < hidden; i++) {
      double candidate = active[i];
      double value = kept[i] * ds[i] + written[i] * (1 - candidate * candidate) * change[i];
      if (computed) {
        value += written[i] * kept[i] * change[hidden + i] * (candidate - s[i]);
      }
      ds[i] = value;
      s[i] = kept[i] * s[i] + written[i] * candidate;
    }
  }
}
