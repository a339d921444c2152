package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.PartlyRectified.whereNotNegative;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The dendritic basis expansion phi_m(z) = sum over b of a_b relu(z_m - H_mb) (Brenner et al.
 * 2022); clipped, less sum of a_b times relu(z_m), so that it is bounded. Canonical order of the
 * weights: a (B), H (M x B).
 */
public final class Dendritic implements LaneActivation {
  private final int states;
  private final int bases;
  private final boolean clipped;
  private final float[] slopes;
  private final float[] thresholds;
  private final float[] slopeSums;
  private final float[] thresholdSums;

  public Dendritic(int states, int bases, boolean clipped) {
    this.states = states;
    this.bases = bases;
    this.clipped = clipped;
    slopes = new float[bases];
    thresholds = new float[states * bases];
    slopeSums = new float[bases * COUNT];
    thresholdSums = new float[states * bases * COUNT];
  }

  @Override
  public int parameterCount() {
    return bases + states * bases;
  }

  @Override
  public void load(float[] parameters, int offset) {
    System.arraycopy(parameters, offset, slopes, 0, bases);
    System.arraycopy(parameters, offset + bases, thresholds, 0, thresholds.length);
    Arrays.fill(slopeSums, 0);
    Arrays.fill(thresholdSums, 0);
  }

  @Override
  public void forward(float[] state, int from, float[] target, int to, int lane) {
    for (int m = 0; m < states; m++) {
      int o = m * COUNT + lane;
      FloatVector z = FloatVector.fromArray(SPECIES, state, from + o);
      FloatVector ground = ground(z);
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int b = 0; b < bases; b++) {
        FloatVector branch = z.sub(thresholds[m * bases + b]);
        FloatVector part = whereNotNegative(branch, branch).sub(ground);
        sum = part.lanewise(VectorOperators.FMA, slopes[b], sum);
      }
      sum.intoArray(target, to + o);
    }
  }

  @Override
  public void backward(float[] state, int from, float[] deltas, int lane) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    for (int m = 0; m < states; m++) {
      int o = m * COUNT + lane;
      FloatVector z = FloatVector.fromArray(SPECIES, state, from + o);
      FloatVector delta = FloatVector.fromArray(SPECIES, deltas, o);
      FloatVector ground = ground(z);
      FloatVector below = clipped ? whereNotNegative(z, one) : FloatVector.zero(SPECIES);
      FloatVector slope = FloatVector.zero(SPECIES);
      for (int b = 0; b < bases; b++) {
        FloatVector branch = z.sub(thresholds[m * bases + b]);
        FloatVector part = whereNotNegative(branch, branch).sub(ground);
        FloatVector open = whereNotNegative(branch, one);
        slope = open.sub(below).lanewise(VectorOperators.FMA, slopes[b], slope);
        int a = b * COUNT + lane;
        FloatVector sum = FloatVector.fromArray(SPECIES, slopeSums, a);
        delta.lanewise(VectorOperators.FMA, part, sum).intoArray(slopeSums, a);
        int h = (m * bases + b) * COUNT + lane;
        FloatVector threshold = FloatVector.fromArray(SPECIES, thresholdSums, h);
        threshold.sub(delta.mul(open).mul(slopes[b])).intoArray(thresholdSums, h);
      }
      delta.mul(slope).intoArray(deltas, o);
    }
  }

  private FloatVector ground(FloatVector z) {
    return clipped ? whereNotNegative(z, z) : FloatVector.zero(SPECIES);
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    for (int b = 0; b < bases; b++) {
      gradient[offset + b] += Lanes.sum(slopeSums, b * COUNT);
    }
    for (int i = 0; i < thresholds.length; i++) {
      gradient[offset + bases + i] += Lanes.sum(thresholdSums, i * COUNT);
    }
  }
}
