package io.ergodic.datasets.invariant;

import io.ergodic.datasets.integrate.DelayField;
import io.ergodic.datasets.integrate.IntegrationException;
import java.util.Arrays;

/**
 * The tangent dynamics of a delay equation (Farmer, Physica D 4, 1982): dv/dt = (df/dx) v(t) +
 * (df/dx_delayed) v(t - delay). The history over one delay is kept as values and slopes on equally
 * spaced nodes, with cubic Hermite polynomials between them, and goes on by the classical
 * Runge-Kutta method of order four in steps from node to node; vectors follow the derivative of
 * that very scheme. The state is the history from the oldest node to the present one: the values of
 * a node, then its slopes.
 */
public final class DelayTangents implements TangentSystem {
  private static final double DIVERGED = 1e12;

  private final DelayField field;
  private final int n;
  private final int nodes;
  private final int exponents;
  private final int steps;
  private final double h;
  private final double[] point;
  private final double[] lagged;
  private final double[] result;
  private final double[] presentJacobian;
  private final double[] pastJacobian;
  private double[][] rows = new double[0][];
  private double[][] slopes = new double[0][];

  /**
   * @param nodes steps that one delay is cut into
   * @param steps of one call of {@link #advance}
   * @param exponents how many to compute; a delay equation has as many as one likes
   */
  public DelayTangents(DelayField field, int nodes, int steps, int exponents) {
    this.field = field;
    this.n = field.dimension();
    this.nodes = nodes;
    this.steps = steps;
    this.exponents = exponents;
    this.h = field.delay() / nodes;
    this.point = new double[n];
    this.lagged = new double[n];
    this.result = new double[n];
    this.presentJacobian = new double[n * n];
    this.pastJacobian = new double[n * n];
  }

  @Override
  public int dimension() {
    return 2 * n * (nodes + 1);
  }

  @Override
  public double interval() {
    return steps * h;
  }

  @Override
  public int exponents() {
    return exponents;
  }

  @Override
  public int observed() {
    return n;
  }

  /** The present value. */
  @Override
  public void observe(double[] state, double[] target) {
    System.arraycopy(state, 2 * n * nodes, target, 0, n);
  }

  /** A state that was constant for ever. */
  public double[] constant(double[] value) {
    double[] state = new double[dimension()];
    for (int node = 0; node <= nodes; node++) {
      System.arraycopy(value, 0, state, 2 * n * node, n);
    }
    field.derivative(value, value, result);
    System.arraycopy(result, 0, state, 2 * n * nodes + n, n);
    return state;
  }

  /** Orthonormalises at least once in a delay. */
  @Override
  public void advance(double[] state, TangentFrame frame) {
    int done = 0;
    while (done < steps) {
      int chunk = Math.min(nodes, steps - done);
      run(state, frame, chunk);
      done += chunk;
      if (done < steps) {
        frame.orthonormalise();
      }
    }
  }

  private void run(double[] state, TangentFrame frame, int count) {
    int size = dimension();
    int vectors = frame.vectors();
    if (rows.length != 1 + vectors) {
      rows = new double[1 + vectors][2 * n * (2 * nodes + 1)];
      slopes = new double[1 + vectors][3 * n];
    }
    System.arraycopy(state, 0, rows[0], 0, size);
    for (int v = 0; v < vectors; v++) {
      System.arraycopy(frame.values(), v * size, rows[1 + v], 0, size);
    }
    for (int k = 0; k < count; k++) {
      step(k);
    }
    int from = 2 * n * count;
    System.arraycopy(rows[0], from, state, 0, size);
    for (int v = 0; v < vectors; v++) {
      System.arraycopy(rows[1 + v], from, frame.values(), v * size, size);
    }
    for (int i = 0; i < n; i++) {
      double value = state[2 * n * nodes + i];
      if (!(Math.abs(value) < DIVERGED)) {
        double[] present = Arrays.copyOfRange(state, 2 * n * nodes, 2 * n * nodes + n);
        throw new IntegrationException("divergence", field, count * h, present);
      }
    }
  }

  /** Appends node k + nodes + 1; the delayed one of the present node is node k. */
  private void step(int k) {
    int present = 2 * n * (nodes + k);
    int next = present + 2 * n;
    int past = 2 * n * k;
    for (int number = 0; number < 3; number++) {
      for (int row = 0; row < rows.length; row++) {
        double[] values = rows[row];
        double[] last = slopes[row];
        for (int i = 0; i < n; i++) {
          double before = number == 0 ? values[present + n + i] : last[(number - 1) * n + i];
          point[i] = values[present + i] + (number == 2 ? h : 0.5 * h) * before;
          lagged[i] = number == 2 ? values[past + 2 * n + i] : middle(values, past + i);
        }
        derivative(row, last, number * n);
      }
    }
    for (int row = 0; row < rows.length; row++) {
      double[] values = rows[row];
      double[] slope = slopes[row];
      for (int i = 0; i < n; i++) {
        double sum = values[present + n + i] + 2 * (slope[i] + slope[n + i]) + slope[2 * n + i];
        values[next + i] = values[present + i] + h / 6 * sum;
        point[i] = values[next + i];
        lagged[i] = values[past + 2 * n + i];
      }
      derivative(row, values, next + n);
    }
  }

  /** The cubic Hermite polynomial half way from a node to the one after it. */
  private double middle(double[] values, int at) {
    double slopes = values[at + n] - values[at + 3 * n];
    return 0.5 * (values[at] + values[at + 2 * n]) + h / 8 * slopes;
  }

  /** The slope of a row at {@link #point}; row 0, the state, must come before the vectors. */
  private void derivative(int row, double[] target, int offset) {
    if (row == 0) {
      field.derivative(point, lagged, result);
      System.arraycopy(result, 0, target, offset, n);
      field.jacobians(point, lagged, presentJacobian, pastJacobian);
      return;
    }
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += presentJacobian[i * n + j] * point[j] + pastJacobian[i * n + j] * lagged[j];
      }
      target[offset + i] = sum;
    }
  }

  @Override
  public String toString() {
    return field.toString();
  }
}
