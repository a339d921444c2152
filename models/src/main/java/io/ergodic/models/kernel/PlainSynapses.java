package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Synapses of one weight each. Additive ones bring the current w logistic(v), electrical ones, gap
 * junctions, w (v - v of the target): I = sum of w v, G = sum of w. Weights: targets x sources,
 * row-major.
 */
public final class PlainSynapses implements LaneSynapses {
  private final int sources;
  private final int targets;
  private final boolean electrical;
  private final float[] weights;
  private final float[] values;
  private final float[] deltas;
  private final float[] sums;

  /**
   * @param slots how many evaluations can be kept at once
   */
  public PlainSynapses(int sources, int targets, boolean electrical, int slots) {
    this.sources = sources;
    this.targets = targets;
    this.electrical = electrical;
    this.weights = new float[sources * targets];
    this.values = new float[(slots + 1) * sources * COUNT];
    this.deltas = new float[sources * COUNT];
    this.sums = new float[sources * targets * COUNT];
  }

  @Override
  public int parameterCount() {
    return weights.length;
  }

  @Override
  public void load(float[] parameters, int offset) {
    System.arraycopy(parameters, offset, weights, 0, weights.length);
    Arrays.fill(sums, 0);
  }

  @Override
  public void forward(
      float[] source, int from, float[] currents, float[] conductances, int slot, int lane) {
    // What nobody will ask for is kept in a slot before all others.
    int kept = (slot + 1) * sources * COUNT;
    for (int j = 0; j < sources; j++) {
      FloatVector v = FloatVector.fromArray(SPECIES, source, from + j * COUNT + lane);
      (electrical ? v : LogisticLanes.of(v)).intoArray(values, kept + j * COUNT + lane);
    }
    for (int i = 0, s = 0; i < targets; i++) {
      FloatVector current = FloatVector.fromArray(SPECIES, currents, i * COUNT + lane);
      float pull = 0;
      for (int j = 0; j < sources; j++, s++) {
        FloatVector value = FloatVector.fromArray(SPECIES, values, kept + j * COUNT + lane);
        current = value.lanewise(VectorOperators.FMA, weights[s], current);
        pull += weights[s];
      }
      current.intoArray(currents, i * COUNT + lane);
      if (electrical) {
        int at = i * COUNT + lane;
        FloatVector.fromArray(SPECIES, conductances, at).add(pull).intoArray(conductances, at);
      }
    }
  }

  @Override
  public void backward(
      float[] source,
      int from,
      float[] currentGradients,
      float[] conductanceGradients,
      float[] sourceGradients,
      int slot,
      int lane) {
    int kept = (slot + 1) * sources * COUNT;
    for (int j = 0; j < sources; j++) {
      FloatVector.zero(SPECIES).intoArray(deltas, j * COUNT + lane);
    }
    for (int i = 0, s = 0; i < targets; i++) {
      FloatVector byCurrent = FloatVector.fromArray(SPECIES, currentGradients, i * COUNT + lane);
      FloatVector byPull =
          electrical
              ? FloatVector.fromArray(SPECIES, conductanceGradients, i * COUNT + lane)
              : FloatVector.zero(SPECIES);
      for (int j = 0; j < sources; j++, s++) {
        int o = s * COUNT + lane;
        int at = j * COUNT + lane;
        FloatVector value = FloatVector.fromArray(SPECIES, values, kept + at);
        FloatVector sum = FloatVector.fromArray(SPECIES, sums, o).add(byPull);
        byCurrent.lanewise(VectorOperators.FMA, value, sum).intoArray(sums, o);
        FloatVector delta = FloatVector.fromArray(SPECIES, deltas, at);
        byCurrent.lanewise(VectorOperators.FMA, weights[s], delta).intoArray(deltas, at);
      }
    }
    for (int j = 0; j < sources; j++) {
      int at = j * COUNT + lane;
      FloatVector delta = FloatVector.fromArray(SPECIES, deltas, at);
      FloatVector value = FloatVector.fromArray(SPECIES, values, kept + at);
      FloatVector slope = electrical ? delta : delta.mul(value.sub(value.mul(value)));
      FloatVector.fromArray(SPECIES, sourceGradients, at).add(slope).intoArray(sourceGradients, at);
    }
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    for (int s = 0; s < weights.length; s++) {
      gradient[offset + s] += Lanes.sum(sums, s * COUNT);
    }
  }
}
