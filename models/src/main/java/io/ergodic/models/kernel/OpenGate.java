package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * No gate: s' = tanh(g), or s' = s + tanh(g) where the old state is added. No weights.
 *
 * @param hidden H
 * @param additive whether the old state is added
 */
record OpenGate(int hidden, boolean additive) implements LayerGate {
  @Override
  public void forward(float[] state, int from, float[] active, float[] next, int to) {
    int block = hidden * COUNT;
    Squashing.tanh(active, 0, block);
    if (!additive) {
      System.arraycopy(active, 0, next, to, block);
      return;
    }
    for (int o = 0; o < block; o += WIDTH) {
      FloatVector.fromArray(SPECIES, active, o)
          .add(FloatVector.fromArray(SPECIES, state, from + o))
          .intoArray(next, to + o);
    }
  }

  @Override
  public void backward(float[] state, int from, float[] active, float[] outer, float[] deltas) {
    int block = hidden * COUNT;
    for (int o = 0; o < block; o += WIDTH) {
      FloatVector value = FloatVector.fromArray(SPECIES, active, o);
      FloatVector.fromArray(SPECIES, outer, o)
          .mul(value.mul(value).neg().add(1f))
          .intoArray(deltas, o);
    }
    if (!additive) {
      Arrays.fill(outer, 0, block, 0);
    }
  }
}
