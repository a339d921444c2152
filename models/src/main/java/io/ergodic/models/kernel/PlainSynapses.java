package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

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
  private final float[] unused;

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
    this.unused = new float[targets * COUNT];
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
  public void forward(float[] source, int from, float[] currents, float[] conductances, int slot) {
    // What nobody will ask for is kept in a slot before all others.
    int kept = (slot + 1) * sources * COUNT;
    System.arraycopy(source, from, values, kept, sources * COUNT);
    if (!electrical) {
      Squashing.logistic(values, kept, sources * COUNT);
    }
    for (int i = 0; i < targets; i++) {
      for (int lane = 0; lane < COUNT; lane += WIDTH) {
        FloatVector current = FloatVector.fromArray(SPECIES, currents, i * COUNT + lane);
        int at = kept + lane;
        for (int s = i * sources; s < (i + 1) * sources; s++, at += COUNT) {
          FloatVector value = FloatVector.fromArray(SPECIES, values, at);
          current = value.lanewise(VectorOperators.FMA, weights[s], current);
        }
        current.intoArray(currents, i * COUNT + lane);
      }
    }
    if (electrical) {
      pull(conductances);
    }
  }

  private void pull(float[] conductances) {
    for (int i = 0; i < targets; i++) {
      float pull = 0;
      for (int s = i * sources; s < (i + 1) * sources; s++) {
        pull += weights[s];
      }
      for (int o = i * COUNT; o < (i + 1) * COUNT; o++) {
        conductances[o] += pull;
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
      int slot) {
    int kept = (slot + 1) * sources * COUNT;
    float[] pulls = electrical ? conductanceGradients : unused;
    Arrays.fill(deltas, 0);
    for (int i = 0; i < targets; i++) {
      for (int lane = 0; lane < COUNT; lane += WIDTH) {
        FloatVector byCurrent = FloatVector.fromArray(SPECIES, currentGradients, i * COUNT + lane);
        FloatVector byPull = FloatVector.fromArray(SPECIES, pulls, i * COUNT + lane);
        int at = lane;
        for (int s = i * sources; s < (i + 1) * sources; s++, at += COUNT) {
          int o = s * COUNT + lane;
          FloatVector value = FloatVector.fromArray(SPECIES, values, kept + at);
          FloatVector sum = FloatVector.fromArray(SPECIES, sums, o).add(byPull);
          byCurrent.lanewise(VectorOperators.FMA, value, sum).intoArray(sums, o);
          FloatVector delta = FloatVector.fromArray(SPECIES, deltas, at);
          byCurrent.lanewise(VectorOperators.FMA, weights[s], delta).intoArray(deltas, at);
        }
      }
    }
    for (int at = 0; at < sources * COUNT; at++) {
      float value = values[kept + at];
      sourceGradients[at] += electrical ? deltas[at] : deltas[at] * (value - value * value);
    }
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    for (int s = 0; s < weights.length; s++) {
      gradient[offset + s] += Lanes.sum(sums, s * COUNT);
    }
  }
}
