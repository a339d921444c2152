package io.ergodic.models.regression;

import io.ergodic.models.training.TrainingFailedException;
import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * The sums X'X, X'Y and |Y|^2 of a linear regression: mergeable, so one pass over the data in any
 * number of parts suffices.
 */
public final class NormalEquations {
  private static final int BLOCK = 4;

  /** By how much X'X, which is symmetric to the bit, may differ from its transpose. */
  private static final double SYMMETRY = 1e-9;

  private final int features;
  private final int outputs;
  private final double[][] gram;
  private final double[][] cross;
  private double squares;
  private long rows;

  /** Of nothing yet. */
  public NormalEquations(int features, int outputs) {
    this.features = features;
    this.outputs = outputs;
    this.gram = new double[features][features];
    this.cross = new double[features][outputs];
  }

  /** Adds {@code count} rows; rows of {@code x} and {@code y} beyond are left alone. */
  public void add(double[][] x, double[][] y, int count) {
    int whole = count - count % BLOCK;
    for (int i = 0; i < whole; i += BLOCK) {
      for (int f = 0; f < features; f++) {
        addScaled(
            gram[f],
            f,
            x[i][f],
            x[i],
            x[i + 1][f],
            x[i + 1],
            x[i + 2][f],
            x[i + 2],
            x[i + 3][f],
            x[i + 3]);
        addScaled(
            cross[f],
            0,
            x[i][f],
            y[i],
            x[i + 1][f],
            y[i + 1],
            x[i + 2][f],
            y[i + 2],
            x[i + 3][f],
            y[i + 3]);
      }
    }
    for (int i = whole; i < count; i++) {
      for (int f = 0; f < features; f++) {
        addScaled(gram[f], f, x[i][f], x[i]);
        addScaled(cross[f], 0, x[i][f], y[i]);
      }
    }
    for (int i = 0; i < count; i++) {
      for (int o = 0; o < outputs; o++) {
        squares += y[i][o] * y[i][o];
      }
    }
    rows += count;
  }

  /** Four rows at once: a fourth of the traffic to and from the sums. */
  private static void addScaled(
      double[] sums,
      int from,
      double a,
      double[] p,
      double b,
      double[] q,
      double c,
      double[] r,
      double d,
      double[] s) {
    for (int k = from; k < sums.length; k++) {
      sums[k] += a * p[k] + b * q[k] + (c * r[k] + d * s[k]);
    }
  }

  private static void addScaled(double[] sums, int from, double a, double[] p) {
    for (int k = from; k < sums.length; k++) {
      sums[k] += a * p[k];
    }
  }

  /** Adds the sums of other rows. */
  public void merge(NormalEquations other) {
    for (int f = 0; f < features; f++) {
      addScaled(gram[f], f, 1, other.gram[f]);
      addScaled(cross[f], 0, 1, other.cross[f]);
    }
    squares += other.squares;
    rows += other.rows;
  }

  /** All sums in a row: the upper triangle of X'X, X'Y, |Y|^2 and the number of rows. */
  public double[] flat() {
    double[] flat = new double[features * (features + 1) / 2 + features * outputs + 2];
    int at = 0;
    for (int f = 0; f < features; f++) {
      System.arraycopy(gram[f], f, flat, at, features - f);
      at += features - f;
    }
    for (int f = 0; f < features; f++) {
      System.arraycopy(cross[f], 0, flat, at, outputs);
      at += outputs;
    }
    flat[at] = squares;
    flat[at + 1] = rows;
    return flat;
  }

  /** Takes over sums that {@link #flat} gave. */
  public void restore(double[] flat) {
    int at = 0;
    for (int f = 0; f < features; f++) {
      System.arraycopy(flat, at, gram[f], f, features - f);
      at += features - f;
    }
    for (int f = 0; f < features; f++) {
      System.arraycopy(flat, at, cross[f], 0, outputs);
      at += outputs;
    }
    squares = flat[at];
    rows = (long) flat[at + 1];
  }

  /** Rows that were added. */
  public long rows() {
    return rows;
  }

  /** X'X, features x features. */
  public RealMatrix gram() {
    double[][] full = new double[features][];
    for (int f = 0; f < features; f++) {
      full[f] = Arrays.copyOf(gram[f], features);
      for (int k = 0; k < f; k++) {
        full[f][k] = gram[k][f];
      }
    }
    return new Array2DRowRealMatrix(full, false);
  }

  /** X'Y, features x outputs. */
  public RealMatrix cross() {
    return new Array2DRowRealMatrix(cross, true);
  }

  /**
   * The ridge solution (X'X + penalty 1)^-1 X'Y.
   *
   * @param name of the features, for the message
   * @return features x outputs, row-major
   * @throws TrainingFailedException where features are linearly dependent and the penalty does not
   *     help
   */
  public double[] ridge(double penalty, String name) {
    RealMatrix penalised = gram();
    for (int f = 0; f < features; f++) {
      penalised.addToEntry(f, f, penalty);
    }
    return solve(
        penalised, cross(), name + " are linearly dependent", "raise ridge above " + penalty);
  }

  /**
   * The solution of a symmetric positive definite system, row-major.
   *
   * @param problem what is wrong where it has none, to go before "on this data"
   * @param remedy what helps
   */
  public static double[] solve(RealMatrix gram, RealMatrix cross, String problem, String remedy) {
    RealMatrix weights;
    try {
      weights = new CholeskyDecomposition(gram, SYMMETRY, 0).getSolver().solve(cross);
    } catch (MathRuntimeException singular) {
      throw new TrainingFailedException(
          "the " + problem + " on this data (" + singular.getMessage() + "); " + remedy);
    }
    int columns = weights.getColumnDimension();
    double[] flat = new double[weights.getRowDimension() * columns];
    for (int f = 0; f < weights.getRowDimension(); f++) {
      System.arraycopy(weights.getRow(f), 0, flat, f * columns, columns);
    }
    return flat;
  }

  /** The mean squared error of Y = X W over all rows and outputs. */
  public double meanSquaredError(RealMatrix weights) {
    RealMatrix image = gram().multiply(weights);
    double sum = squares;
    for (int f = 0; f < features; f++) {
      for (int o = 0; o < outputs; o++) {
        sum += weights.getEntry(f, o) * (image.getEntry(f, o) - 2 * cross[f][o]);
      }
    }
    return sum / ((double) rows * outputs);
  }
}
