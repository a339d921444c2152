package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

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
    this.gates = new float[(slots + 1) * size * COUNT];
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
  public void forward(float[] source, int from, float[] currents, float[] conductances, int slot) {
    // What nobody will ask for is kept in a slot before all others.
    int kept = (slot + 1) * size * COUNT;
    for (int s = 0, j = 0; s < size; s++, j = j + 1 == sources ? 0 : j + 1) {
      for (int lane = 0; lane < COUNT; lane += WIDTH) {
        FloatVector.fromArray(SPECIES, source, from + j * COUNT + lane)
            .sub(midpoints[s])
            .mul(slopes[s])
            .intoArray(gates, kept + s * COUNT + lane);
      }
    }
    Squashing.logistic(gates, kept, size * COUNT);
    float[] pulls = chemical ? conductances : unused;
    for (int i = 0; i < targets; i++) {
      for (int lane = 0; lane < COUNT; lane += WIDTH) {
        int o = i * COUNT + lane;
        FloatVector current = FloatVector.fromArray(SPECIES, currents, o);
        FloatVector pull = FloatVector.fromArray(SPECIES, pulls, o);
        for (int s = i * sources; s < (i + 1) * sources; s++) {
          FloatVector g =
              FloatVector.fromArray(SPECIES, gates, kept + s * COUNT + lane).mul(weights[s]);
          pull = pull.add(g);
          current = g.lanewise(VectorOperators.FMA, reversals[s], current);
        }
        current.intoArray(currents, o);
        // A pull that does not count is left as it was: nothing.
        if (chemical) {
          pull.intoArray(pulls, o);
        }
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
    int kept = (slot + 1) * size * COUNT;
    float[] pulls = chemical ? conductanceGradients : unused;
    for (int i = 0; i < targets; i++) {
      for (int lane = 0; lane < COUNT; lane += WIDTH) {
        FloatVector byCurrent = FloatVector.fromArray(SPECIES, currentGradients, i * COUNT + lane);
        FloatVector byPull = FloatVector.fromArray(SPECIES, pulls, i * COUNT + lane);
        int at = lane;
        for (int s = i * sources; s < (i + 1) * sources; s++, at += COUNT) {
          int o = s * COUNT + lane;
          FloatVector gate = FloatVector.fromArray(SPECIES, gates, kept + o);
          FloatVector v = FloatVector.fromArray(SPECIES, source, from + at).sub(midpoints[s]);
          FloatVector byG = byCurrent.lanewise(VectorOperators.FMA, reversals[s], byPull);
          FloatVector sum = FloatVector.fromArray(SPECIES, weightSums, o);
          byG.lanewise(VectorOperators.FMA, gate, sum).intoArray(weightSums, o);
          sum = FloatVector.fromArray(SPECIES, reversalSums, o);
          byCurrent.lanewise(VectorOperators.FMA, gate, sum).intoArray(reversalSums, o);
          FloatVector byInput = byG.mul(gate.sub(gate.mul(gate))).mul(weights[s]);
          FloatVector.fromArray(SPECIES, inputSums, o).add(byInput).intoArray(inputSums, o);
          sum = FloatVector.fromArray(SPECIES, slopeSums, o);
          byInput.lanewise(VectorOperators.FMA, v, sum).intoArray(slopeSums, o);
          sum = FloatVector.fromArray(SPECIES, sourceGradients, at);
          byInput.lanewise(VectorOperators.FMA, slopes[s], sum).intoArray(sourceGradients, at);
        }
      }
    }
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
