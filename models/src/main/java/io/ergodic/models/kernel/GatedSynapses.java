package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Synapses with a gate of their own each: g = W logistic(s (v - mu)). Chemical ones (Hasani et al.
 * 2021) are conductances towards a reversal potential: I = sum of g E, G = sum of g. Others bring
 * the current g alone. Weights, targets x sources row-major each: W, mu, s, and E of chemical ones.
 */
public final class GatedSynapses implements LaneSynapses {
  private final int sources;
  private final int targets;
  private final boolean chemical;
  private final int size;
  private final float[] weights;
  private final float[] midpoints;
  private final float[] slopes;
  private final float[] reversals;
  private final float[] gates;
  private final float[] weightSums;
  private final float[] inputSums;
  private final float[] slopeSums;
  private final float[] reversalSums;
  private final float[] unused;

  /**
   * @param slots how many evaluations can be kept at once
   */
  public GatedSynapses(int sources, int targets, boolean chemical, int slots) {
    this.sources = sources;
    this.targets = targets;
    this.chemical = chemical;
    this.size = sources * targets;
    this.weights = new float[size];
    this.midpoints = new float[size];
    this.slopes = new float[size];
    this.reversals = new float[size];
    this.gates = new float[slots * size * COUNT];
    this.weightSums = new float[size * COUNT];
    this.inputSums = new float[size * COUNT];
    this.slopeSums = new float[size * COUNT];
    this.reversalSums = new float[size * COUNT];
    this.unused = new float[targets * COUNT];
  }

  @Override
  public int parameterCount() {
    return (chemical ? 4 : 3) * size;
  }

  @Override
  public void load(float[] parameters, int offset) {
    System.arraycopy(parameters, offset, weights, 0, size);
    System.arraycopy(parameters, offset + size, midpoints, 0, size);
    System.arraycopy(parameters, offset + 2 * size, slopes, 0, size);
    if (chemical) {
      System.arraycopy(parameters, offset + 3 * size, reversals, 0, size);
    } else {
      // A current is what a chemical synapse brings to a potential of 1, without its conductance.
      Arrays.fill(reversals, 1);
    }
    Arrays.fill(weightSums, 0);
    Arrays.fill(inputSums, 0);
    Arrays.fill(slopeSums, 0);
    Arrays.fill(reversalSums, 0);
  }

  @Override
  public void forward(
      float[] source, int from, float[] currents, float[] conductances, int slot, int lane) {
    float[] pulls = chemical ? conductances : unused;
    for (int i = 0, s = 0; i < targets; i++) {
      FloatVector current = FloatVector.fromArray(SPECIES, currents, i * COUNT + lane);
      FloatVector pull = FloatVector.fromArray(SPECIES, pulls, i * COUNT + lane);
      for (int j = 0; j < sources; j++, s++) {
        FloatVector v = FloatVector.fromArray(SPECIES, source, from + j * COUNT + lane);
        FloatVector gate = LogisticLanes.of(v.sub(midpoints[s]).mul(slopes[s]));
        if (slot >= 0) {
          gate.intoArray(gates, (slot * size + s) * COUNT + lane);
        }
        FloatVector g = gate.mul(weights[s]);
        pull = pull.add(g);
        current = g.lanewise(VectorOperators.FMA, reversals[s], current);
      }
      current.intoArray(currents, i * COUNT + lane);
      if (chemical) {
        pull.intoArray(pulls, i * COUNT + lane);
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
    float[] pulls = chemical ? conductanceGradients : unused;
    for (int i = 0, s = 0; i < targets; i++) {
      FloatVector byCurrent = FloatVector.fromArray(SPECIES, currentGradients, i * COUNT + lane);
      FloatVector byPull = FloatVector.fromArray(SPECIES, pulls, i * COUNT + lane);
      for (int j = 0; j < sources; j++, s++) {
        int o = s * COUNT + lane;
        int at = j * COUNT + lane;
        FloatVector gate = FloatVector.fromArray(SPECIES, gates, slot * size * COUNT + o);
        FloatVector v = FloatVector.fromArray(SPECIES, source, from + at).sub(midpoints[s]);
        FloatVector byG = byCurrent.lanewise(VectorOperators.FMA, reversals[s], byPull);
        add(weightSums, o, byG, gate);
        add(reversalSums, o, byCurrent, gate);
        FloatVector slope = gate.sub(gate.mul(gate)).mul(weights[s]);
        FloatVector byInput = byG.mul(slope);
        FloatVector.fromArray(SPECIES, inputSums, o).add(byInput).intoArray(inputSums, o);
        add(slopeSums, o, byInput, v);
        FloatVector before = FloatVector.fromArray(SPECIES, sourceGradients, at);
        byInput.lanewise(VectorOperators.FMA, slopes[s], before).intoArray(sourceGradients, at);
      }
    }
  }

  private static void add(float[] sums, int at, FloatVector a, FloatVector b) {
    FloatVector before = FloatVector.fromArray(SPECIES, sums, at);
    a.lanewise(VectorOperators.FMA, b, before).intoArray(sums, at);
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    for (int s = 0; s < size; s++) {
      gradient[offset + s] += Lanes.sum(weightSums, s * COUNT);
      gradient[offset + size + s] -= slopes[s] * Lanes.sum(inputSums, s * COUNT);
      gradient[offset + 2 * size + s] += Lanes.sum(slopeSums, s * COUNT);
      if (chemical) {
        gradient[offset + 3 * size + s] += weights[s] * Lanes.sum(reversalSums, s * COUNT);
      }
    }
  }
}
