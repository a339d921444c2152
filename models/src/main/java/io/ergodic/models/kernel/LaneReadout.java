package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The affine map x = R v + r of few outputs over sixteen lanes. Weights: R (outputs x inputs,
 * row-major), r.
 */
final class LaneReadout {
  private final int inputs;
  private final int outputs;
  private final float[] weights;
  private final float[] sums;

  LaneReadout(int inputs, int outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.weights = new float[outputs * (inputs + 1)];
    this.sums = new float[weights.length * COUNT];
  }

  int parameterCount() {
    return weights.length;
  }

  void load(float[] parameters, int offset) {
    System.arraycopy(parameters, offset, weights, 0, weights.length);
    Arrays.fill(sums, 0);
  }

  void forward(float[] v, int from, float[] x, int to) {
    for (int n = 0; n < outputs; n++) {
      for (int lane = 0; lane < COUNT; lane += WIDTH) {
        FloatVector sum = FloatVector.broadcast(SPECIES, weights[outputs * inputs + n]);
        for (int i = 0; i < inputs; i++) {
          FloatVector unit = FloatVector.fromArray(SPECIES, v, from + i * COUNT + lane);
          sum = unit.lanewise(VectorOperators.FMA, weights[n * inputs + i], sum);
        }
        sum.intoArray(x, to + n * COUNT + lane);
      }
    }
  }

  /** Adds dL/dv to {@code inner} (from 0) and keeps the gradients of the weights. */
  void backward(float[] v, int from, float[] outer, int at, float[] inner) {
    for (int n = 0; n < outputs; n++) {
      for (int lane = 0; lane < COUNT; lane += WIDTH) {
        FloatVector delta = FloatVector.fromArray(SPECIES, outer, at + n * COUNT + lane);
        for (int i = 0; i < inputs; i++) {
          int w = n * inputs + i;
          int o = i * COUNT + lane;
          FloatVector unit = FloatVector.fromArray(SPECIES, v, from + o);
          FloatVector sum = FloatVector.fromArray(SPECIES, sums, w * COUNT + lane);
          delta.lanewise(VectorOperators.FMA, unit, sum).intoArray(sums, w * COUNT + lane);
          FloatVector before = FloatVector.fromArray(SPECIES, inner, o);
          delta.lanewise(VectorOperators.FMA, weights[w], before).intoArray(inner, o);
        }
        int bias = (outputs * inputs + n) * COUNT + lane;
        FloatVector.fromArray(SPECIES, sums, bias).add(delta).intoArray(sums, bias);
      }
    }
  }

  void gradient(float[] gradient, int offset) {
    for (int w = 0; w < weights.length; w++) {
      gradient[offset + w] += Lanes.sum(sums, w * COUNT);
    }
  }
}
