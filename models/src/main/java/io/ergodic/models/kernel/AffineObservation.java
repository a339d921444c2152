package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Observations x = B z; forcing acts on all states by P x, P the pseudo-inverse of B, which the
 * caller supplies. Weights: B (N x M, row-major).
 */
public final class AffineObservation implements LaneObservation {
  private final int states;
  private final int observed;
  private final float[] matrix;
  private final float[] inverse;
  private final float[] matrixSums;
  private final float[] inverseSums;
  private final float[] errors;
  private float[] signal = new float[0];

  public AffineObservation(int states, int observed) {
    this.states = states;
    this.observed = observed;
    this.matrix = new float[parameterCount()];
    this.inverse = new float[parameterCount()];
    this.matrixSums = new float[parameterCount() * COUNT];
    this.inverseSums = new float[parameterCount() * COUNT];
    this.errors = new float[observed * COUNT];
  }

  @Override
  public int parameterCount() {
    return observed * states;
  }

  @Override
  public void load(float[] parameters, int offset) {
    System.arraycopy(parameters, offset, matrix, 0, matrix.length);
    Arrays.fill(matrixSums, 0);
    Arrays.fill(inverseSums, 0);
  }

  /** Takes the pseudo-inverse of B (M x N, row-major). */
  public void loadInverse(float[] pseudoInverse) {
    System.arraycopy(pseudoInverse, 0, inverse, 0, inverse.length);
  }

  @Override
  public void prepare(float[] x, int rows) {
    int size = rows * states * COUNT;
    signal = signal.length == size ? signal : new float[size];
    for (int row = 0; row < rows; row++) {
      int to = row * states * COUNT;
      multiply(inverse, states, observed, x, row * observed * COUNT, signal, to);
    }
  }

  @Override
  public void initialise(float[] x, int row, float[] state, int to) {
    System.arraycopy(signal, row * states * COUNT, state, to, states * COUNT);
  }

  @Override
  public void compare(
      float[] x,
      int row,
      float[] state,
      int from,
      float[] outer,
      int at,
      float[] scale,
      float[] loss) {
    multiply(matrix, observed, states, state, from, errors, 0);
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      FloatVector s = FloatVector.fromArray(SPECIES, scale, lane);
      FloatVector sum = FloatVector.fromArray(SPECIES, loss, lane);
      for (int n = 0; n < observed; n++) {
        int o = n * COUNT + lane;
        FloatVector e =
            FloatVector.fromArray(SPECIES, errors, o)
                .sub(FloatVector.fromArray(SPECIES, x, row * observed * COUNT + o));
        e.mul(s).intoArray(errors, o);
        sum = e.lanewise(VectorOperators.FMA, e, sum);
      }
      sum.intoArray(loss, lane);
    }
    Arrays.fill(outer, at, at + states * COUNT, 0);
    for (int n = 0; n < observed; n++) {
      spread(n, state, from, outer, at);
    }
  }

  /** Takes the scaled error of one observed variable into dL/dz and dL/dB. */
  private void spread(int n, float[] state, int from, float[] outer, int at) {
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      FloatVector e = FloatVector.fromArray(SPECIES, errors, n * COUNT + lane);
      for (int m = 0; m < states; m++) {
        int o = m * COUNT + lane;
        int w = (n * states + m) * COUNT + lane;
        FloatVector g = FloatVector.fromArray(SPECIES, outer, at + o);
        e.lanewise(VectorOperators.FMA, matrix[n * states + m], g).intoArray(outer, at + o);
        FloatVector z = FloatVector.fromArray(SPECIES, state, from + o);
        FloatVector sum = FloatVector.fromArray(SPECIES, matrixSums, w);
        e.lanewise(VectorOperators.FMA, z, sum).intoArray(matrixSums, w);
      }
    }
  }

  @Override
  public void force(int row, float alpha, float[] state, int from) {
    Lanes.force(alpha, signal, row * states * COUNT, state, from, states);
  }

  @Override
  public void release(float alpha, float[] inner) {
    Lanes.release(alpha, inner, states);
  }

  @Override
  public void initialGradient(float[] x, int row, float[] inner) {
    int from = row * observed * COUNT;
    for (int m = 0; m < states; m++) {
      for (int n = 0; n < observed; n++) {
        int at = (m * observed + n) * COUNT;
        for (int lane = 0; lane < COUNT; lane++) {
          inverseSums[at + lane] =
              Math.fma(inner[m * COUNT + lane], x[from + n * COUNT + lane], inverseSums[at + lane]);
        }
      }
    }
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    for (int i = 0; i < parameterCount(); i++) {
      gradient[offset + i] += Lanes.sum(matrixSums, i * COUNT);
    }
  }

  /** Writes dL/dP (M x N, row-major). */
  public void inverseGradient(float[] target) {
    for (int i = 0; i < parameterCount(); i++) {
      target[i] = Lanes.sum(inverseSums, i * COUNT);
    }
  }

  private static void multiply(
      float[] weights, int rows, int columns, float[] x, int from, float[] out, int to) {
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      for (int r = 0; r < rows; r++) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int c = 0; c < columns; c++) {
          sum =
              FloatVector.fromArray(SPECIES, x, from + c * COUNT + lane)
                  .lanewise(VectorOperators.FMA, weights[r * columns + c], sum);
        }
        sum.intoArray(out, to + r * COUNT + lane);
      }
    }
  }
}
