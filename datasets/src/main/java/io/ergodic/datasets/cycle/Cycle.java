package io.ergodic.datasets.cycle;

import io.ergodic.datasets.capability.PiecewiseLinear;
import java.util.Arrays;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * A fixed point (one state) or a cycle of a map, with the eigenvalues of its Jacobian around the
 * cycle.
 *
 * @param states the points in their order, from the lexicographically smallest on
 * @param real parts of the eigenvalues, largest modulus first, of equal ones the positive imaginary
 *     part first; empty where the decomposition did not converge
 * @param imaginary parts of the eigenvalues
 */
public record Cycle(double[][] states, double[] real, double[] imaginary) {

  /** What small deviations from a cycle do. */
  public enum Stability {
    /** All eigenvalues lie within the unit circle. */
    STABLE,
    /** Some lie within, some without. */
    SADDLE,
    /** All lie without. */
    UNSTABLE,
    /** One lies on the unit circle as far as can be told, or none is known. */
    MARGINAL
  }

  /** Relative distance of states that are one. */
  private static final double SAME = 1e-7;

  private static final double ON_THE_CIRCLE = 1e-9;

  /**
   * A cycle with its eigenvalues.
   *
   * @param states of the cycle, in any rotation
   */
  static Cycle of(PiecewiseLinear map, double[][] states) {
    int size = map.stateDimension();
    double[][] turned = turned(states);
    RealMatrix around = MatrixUtils.createRealIdentityMatrix(size);
    double[] jacobian = new double[size * size];
    for (double[] state : turned) {
      map.jacobian(state, jacobian);
      around = matrix(jacobian, size).multiply(around);
    }
    Complex[] values;
    try {
      values = new EigenDecompositionNonSymmetric(around).getEigenvalues();
    } catch (MathRuntimeException noConvergence) {
      values = new Complex[0];
    }
    Arrays.sort(
        values,
        (a, b) -> {
          int bySize = Double.compare(b.norm(), a.norm());
          return bySize != 0 ? bySize : Double.compare(b.getImaginary(), a.getImaginary());
        });
    return new Cycle(
        turned,
        Arrays.stream(values).mapToDouble(Complex::getReal).toArray(),
        Arrays.stream(values).mapToDouble(Complex::getImaginary).toArray());
  }

  /** From the smallest state on, so that a cycle has one form. */
  private static double[][] turned(double[][] states) {
    int first = 0;
    for (int k = 1; k < states.length; k++) {
      first = Arrays.compare(states[k], states[first]) < 0 ? k : first;
    }
    double[][] turned = new double[states.length][];
    for (int k = 0; k < states.length; k++) {
      turned[k] = states[(first + k) % states.length].clone();
    }
    return turned;
  }

  /** Steps until it comes back; 1 for a fixed point. */
  public int period() {
    return states.length;
  }

  /** Modulus of the largest eigenvalue; NaN where none is known. */
  public double radius() {
    return real.length == 0 ? Double.NaN : Math.hypot(real[0], imaginary[0]);
  }

  public Stability stability() {
    int inside = 0;
    int outside = 0;
    for (int i = 0; i < real.length; i++) {
      double size = Math.hypot(real[i], imaginary[i]);
      inside += size < 1 - ON_THE_CIRCLE ? 1 : 0;
      outside += size > 1 + ON_THE_CIRCLE ? 1 : 0;
    }
    if (real.length == 0 || inside + outside < real.length) {
      return Stability.MARGINAL;
    }
    return outside == 0 ? Stability.STABLE : inside == 0 ? Stability.UNSTABLE : Stability.SADDLE;
  }

  /** Whether a state is one of the cycle's, as far as rounding can tell. */
  public boolean holds(double[] state) {
    for (double[] own : states) {
      if (same(state, own)) {
        return true;
      }
    }
    return false;
  }

  /** Whether two states are one, as far as rounding can tell. */
  static boolean same(double[] left, double[] right) {
    double distance = 0;
    double size = 1;
    for (int m = 0; m < left.length; m++) {
      distance = Math.max(distance, Math.abs(left[m] - right[m]));
      size = Math.max(size, Math.abs(right[m]));
    }
    return distance < SAME * size;
  }

  /** A square matrix of its values, row-major. */
  static Array2DRowRealMatrix matrix(double[] values, int size) {
    double[][] rows = new double[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = Arrays.copyOfRange(values, i * size, (i + 1) * size);
    }
    return new Array2DRowRealMatrix(rows, false);
  }
}
