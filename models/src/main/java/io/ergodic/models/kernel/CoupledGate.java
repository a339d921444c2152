package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The highway gate (Srivastava et al. 2015, Zilly et al. 2017): s' = (1 - t) s + t tanh(g), t =
 * sig(u), u the second block of pre-activations. No weights of its own.
 *
 * @param hidden H
 */
record CoupledGate(int hidden) implements LayerGate {
  @Override
  public void forward(float[] state, int from, float[] active, float[] next, int to) {
    int block = hidden * COUNT;
    Squashing.tanh(active, 0, block);
    Squashing.logistic(active, block, block);
    for (int o = 0; o < block; o += WIDTH) {
      FloatVector s = FloatVector.fromArray(SPECIES, state, from + o);
      FloatVector value = FloatVector.fromArray(SPECIES, active, o);
      FloatVector gate = FloatVector.fromArray(SPECIES, active, block + o);
      gate.lanewise(VectorOperators.FMA, value.sub(s), s).intoArray(next, to + o);
    }
  }

  @Override
  public void backward(float[] state, int from, float[] active, float[] outer, float[] deltas) {
    int block = hidden * COUNT;
    for (int o = 0; o < block; o += WIDTH) {
      FloatVector s = FloatVector.fromArray(SPECIES, state, from + o);
      FloatVector value = FloatVector.fromArray(SPECIES, active, o);
      FloatVector gate = FloatVector.fromArray(SPECIES, active, block + o);
      FloatVector closed = gate.neg().add(1f);
      FloatVector delta = FloatVector.fromArray(SPECIES, outer, o);
      delta.mul(gate).mul(value.mul(value).neg().add(1f)).intoArray(deltas, o);
      delta.mul(value.sub(s)).mul(gate).mul(closed).intoArray(deltas, block + o);
      delta.mul(closed).intoArray(outer, o);
    }
  }
}
