package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * A learned rate for every unit: s' = (1 - a) s + a tanh(g) with a = sig(w), whatever the input.
 * Weights: w (H).
 */
final class RateGate implements LayerGate {
  private final int hidden;
  private final float[] rates;
  private final float[] lanes = new float[COUNT];
  private final float[] sums;

  RateGate(int hidden) {
    this.hidden = hidden;
    this.rates = new float[hidden];
    this.sums = new float[hidden * COUNT];
  }

  @Override
  public int parameterCount() {
    return hidden;
  }

  @Override
  public void load(float[] parameters, int offset) {
    for (int i = 0; i < hidden; i++) {
      Arrays.fill(lanes, parameters[offset + i]);
      Squashing.logistic(lanes, 0, COUNT);
      rates[i] = lanes[0];
    }
    Arrays.fill(sums, 0);
  }

  @Override
  public void forward(float[] state, int from, float[] active, float[] next, int to) {
    Squashing.tanh(active, 0, hidden * COUNT);
    for (int i = 0; i < hidden; i++) {
      for (int o = i * COUNT; o < (i + 1) * COUNT; o += WIDTH) {
        FloatVector s = FloatVector.fromArray(SPECIES, state, from + o);
        FloatVector value = FloatVector.fromArray(SPECIES, active, o);
        value.sub(s).mul(rates[i]).add(s).intoArray(next, to + o);
      }
    }
  }

  @Override
  public void backward(float[] state, int from, float[] active, float[] outer, float[] deltas) {
    for (int i = 0; i < hidden; i++) {
      float rate = rates[i];
      for (int o = i * COUNT; o < (i + 1) * COUNT; o += WIDTH) {
        FloatVector s = FloatVector.fromArray(SPECIES, state, from + o);
        FloatVector value = FloatVector.fromArray(SPECIES, active, o);
        FloatVector delta = FloatVector.fromArray(SPECIES, outer, o);
        delta.mul(value.mul(value).neg().add(1f)).mul(rate).intoArray(deltas, o);
        delta
            .mul(value.sub(s))
            .mul(rate * (1 - rate))
            .add(FloatVector.fromArray(SPECIES, sums, o))
            .intoArray(sums, o);
        delta.mul(1 - rate).intoArray(outer, o);
      }
    }
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    for (int i = 0; i < hidden; i++) {
      gradient[offset + i] += Lanes.sum(sums, i * COUNT);
    }
  }
}
