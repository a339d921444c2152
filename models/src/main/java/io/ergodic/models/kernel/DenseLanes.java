package io.ergodic.models.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The affine map y = W x + b of many examples at once with its adjoint, in double precision: one
 * example to a lane, a quantity of one unit being {@code lanes} consecutive doubles. Canonical
 * order of the weights: W (outputs x inputs, row-major), b.
 *
 * <p>Weight gradients are kept in eight sums, lane l in sum l mod 8, and added in their order at
 * the end: the same bits whatever the width of a vector.
 */
public final class DenseLanes {
  /** Lanes come in multiples of it. */
  public static final int BLOCK = 8;

  private static final int ROWS = PanelLayout.ROWS;
  private static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() > BLOCK
          ? VectorSpecies.of(double.class, VectorShape.S_512_BIT)
          : DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  private final int inputs;
  private final int outputs;
  private final double[] rows;
  private final double[] columns;
  private final double[] bias;
  private final double[] nothing;
  private final double[] weightSums;
  private final double[] biasSums;

  public DenseLanes(int inputs, int outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.rows = new double[padded(outputs) * inputs];
    this.columns = new double[padded(inputs) * outputs];
    this.bias = new double[padded(outputs)];
    this.nothing = new double[padded(inputs)];
    this.weightSums = new double[outputs * inputs * BLOCK];
    this.biasSums = new double[outputs * BLOCK];
  }

  private static int padded(int rows) {
    return PanelLayout.count(rows) * ROWS;
  }

  /** Lanes that hold so many examples. */
  public static int lanes(int examples) {
    return (examples + BLOCK - 1) / BLOCK * BLOCK;
  }

  public int parameterCount() {
    return outputs * (inputs + 1);
  }

  /** Takes new weights, found from {@code offset}, and forgets all gradients. */
  public void load(float[] parameters, int offset) {
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        double weight = parameters[offset + o * inputs + i];
        rows[((o / ROWS) * inputs + i) * ROWS + o % ROWS] = weight;
        columns[((i / ROWS) * outputs + o) * ROWS + i % ROWS] = weight;
      }
      bias[o] = parameters[offset + outputs * inputs + o];
    }
    forget();
  }

  /** Forgets all gradients. */
  public void forget() {
    Arrays.fill(weightSums, 0);
    Arrays.fill(biasSums, 0);
  }

  /** y = W x + b: from inputs x lanes values to outputs x lanes. */
  public void forward(double[] x, int from, double[] y, int to, int lanes) {
    multiply(rows, bias, outputs, inputs, x, from, y, to, lanes);
  }

  /** dL/dx from dL/dy. */
  public void backward(double[] dy, int from, double[] dx, int to, int lanes) {
    multiply(columns, nothing, inputs, outputs, dy, from, dx, to, lanes);
  }

  private static void multiply(
      double[] weights,
      double[] bias,
      int rows,
      int columns,
      double[] x,
      int from,
      double[] y,
      int to,
      int lanes) {
    for (int lane = 0; lane < lanes; lane += WIDTH) {
      int w = 0;
      for (int r = 0; r < rows; r += ROWS) {
        DoubleVector s0 = DoubleVector.broadcast(SPECIES, bias[r]);
        DoubleVector s1 = DoubleVector.broadcast(SPECIES, bias[r + 1]);
        DoubleVector s2 = DoubleVector.broadcast(SPECIES, bias[r + 2]);
        DoubleVector s3 = DoubleVector.broadcast(SPECIES, bias[r + 3]);
        DoubleVector s4 = DoubleVector.broadcast(SPECIES, bias[r + 4]);
        DoubleVector s5 = DoubleVector.broadcast(SPECIES, bias[r + 5]);
        DoubleVector s6 = DoubleVector.broadcast(SPECIES, bias[r + 6]);
        DoubleVector s7 = DoubleVector.broadcast(SPECIES, bias[r + 7]);
        int at = from + lane;
        for (int c = 0; c < columns; c++, at += lanes, w += ROWS) {
          DoubleVector v = DoubleVector.fromArray(SPECIES, x, at);
          s0 = v.lanewise(VectorOperators.FMA, weights[w], s0);
          s1 = v.lanewise(VectorOperators.FMA, weights[w + 1], s1);
          s2 = v.lanewise(VectorOperators.FMA, weights[w + 2], s2);
          s3 = v.lanewise(VectorOperators.FMA, weights[w + 3], s3);
          s4 = v.lanewise(VectorOperators.FMA, weights[w + 4], s4);
          s5 = v.lanewise(VectorOperators.FMA, weights[w + 5], s5);
          s6 = v.lanewise(VectorOperators.FMA, weights[w + 6], s6);
          s7 = v.lanewise(VectorOperators.FMA, weights[w + 7], s7);
        }
        int o = to + r * lanes + lane;
        int left = rows - r;
        s0.intoArray(y, o);
        if (left > 1) {
          s1.intoArray(y, o + lanes);
        }
        if (left > 2) {
          s2.intoArray(y, o + 2 * lanes);
        }
        if (left > 3) {
          s3.intoArray(y, o + 3 * lanes);
        }
        if (left > 4) {
          s4.intoArray(y, o + 4 * lanes);
        }
        if (left > 5) {
          s5.intoArray(y, o + 5 * lanes);
        }
        if (left > 6) {
          s6.intoArray(y, o + 6 * lanes);
        }
        if (left > 7) {
          s7.intoArray(y, o + 7 * lanes);
        }
      }
    }
  }

  /** Adds dL/dW and dL/db of one evaluation at x, from dL/dy. */
  public void accumulate(double[] x, int from, double[] dy, int at, int lanes) {
    for (int lane = 0; lane < BLOCK; lane += WIDTH) {
      for (int o = 0; o < outputs; o++) {
        DoubleVector sum = DoubleVector.fromArray(SPECIES, biasSums, o * BLOCK + lane);
        for (int l = at + o * lanes + lane, end = at + (o + 1) * lanes; l < end; l += BLOCK) {
          sum = sum.add(DoubleVector.fromArray(SPECIES, dy, l));
        }
        sum.intoArray(biasSums, o * BLOCK + lane);
      }
      int o = 0;
      for (; o + 4 <= outputs; o += 4) {
        for (int i = 0; i < inputs; i++) {
          addFour(x, from + i * lanes + lane, dy, at + o * lanes + lane, lanes, sumAt(o, i) + lane);
        }
      }
      for (; o < outputs; o++) {
        for (int i = 0; i < inputs; i++) {
          addOne(x, from + i * lanes + lane, dy, at + o * lanes + lane, lanes, sumAt(o, i) + lane);
        }
      }
    }
  }

  private int sumAt(int output, int input) {
    return (output * inputs + input) * BLOCK;
  }

  private void addFour(double[] x, int from, double[] dy, int at, int lanes, int sums) {
    int stride = inputs * BLOCK;
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, weightSums, sums);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, weightSums, sums + stride);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, weightSums, sums + 2 * stride);
    DoubleVector s3 = DoubleVector.fromArray(SPECIES, weightSums, sums + 3 * stride);
    for (int l = 0; l < lanes; l += BLOCK) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + l);
      int d = at + l;
      s0 = v.lanewise(VectorOperators.FMA, DoubleVector.fromArray(SPECIES, dy, d), s0);
      s1 = v.lanewise(VectorOperators.FMA, DoubleVector.fromArray(SPECIES, dy, d + lanes), s1);
      s2 = v.lanewise(VectorOperators.FMA, DoubleVector.fromArray(SPECIES, dy, d + 2 * lanes), s2);
      s3 = v.lanewise(VectorOperators.FMA, DoubleVector.fromArray(SPECIES, dy, d + 3 * lanes), s3);
    }
    s0.intoArray(weightSums, sums);
    s1.intoArray(weightSums, sums + stride);
    s2.intoArray(weightSums, sums + 2 * stride);
    s3.intoArray(weightSums, sums + 3 * stride);
  }

  private void addOne(double[] x, int from, double[] dy, int at, int lanes, int sums) {
    DoubleVector sum = DoubleVector.fromArray(SPECIES, weightSums, sums);
    for (int l = 0; l < lanes; l += BLOCK) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + l);
      sum = v.lanewise(VectorOperators.FMA, DoubleVector.fromArray(SPECIES, dy, at + l), sum);
    }
    sum.intoArray(weightSums, sums);
  }

  /** Adds the gradient of all that was accumulated to {@code gradient}, from {@code offset}. */
  public void gradient(double[] gradient, int offset) {
    int weights = outputs * inputs;
    for (int i = 0; i < weights; i++) {
      gradient[offset + i] += sum(weightSums, i * BLOCK);
    }
    for (int o = 0; o < outputs; o++) {
      gradient[offset + weights + o] += sum(biasSums, o * BLOCK);
    }
  }

  private static double sum(double[] values, int from) {
    double sum = 0;
    for (int k = 0; k < BLOCK; k++) {
      sum += values[from + k];
    }
    return sum;
  }
}
