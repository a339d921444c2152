package io.ergodic.datasets.integrate;

/**
 * A flow with its variational equations and its divergence: n values of the state x, the tangent
 * vectors v one after the other with dv/dt = (df/dx) v, and last the integral of trace(df/dx).
 */
public final class TangentField implements VectorField {
  private final DifferentiableField field;
  private final int n;
  private final int vectors;
  private final double[] state;
  private final double[] velocity;
  private final double[] jacobian;
  private final double[] weights;
  private final int[] columns;
  private final int[] rowEnds;
  private long evaluations;

  public TangentField(DifferentiableField field, int vectors) {
    this.field = field;
    this.n = field.dimension();
    this.vectors = vectors;
    this.state = new double[n];
    this.velocity = new double[n];
    this.jacobian = new double[n * n];
    this.weights = new double[n * n];
    this.columns = new int[n * n];
    this.rowEnds = new int[n];
  }

  public int vectors() {
    return vectors;
  }

  /** Evaluations of right-hand side and Jacobian so far. */
  public long evaluations() {
    return evaluations;
  }

  @Override
  public int dimension() {
    return n * (1 + vectors) + 1;
  }

  @Override
  public void derivative(double[] extended, double[] derivative) {
    evaluations++;
    System.arraycopy(extended, 0, state, 0, n);
    field.derivative(state, velocity);
    System.arraycopy(velocity, 0, derivative, 0, n);
    field.jacobian(state, jacobian);
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += jacobian[i * n + i];
    }
    derivative[n + n * vectors] = trace;
    if (n == 3) {
      three(extended, derivative);
    } else {
      any(extended, derivative);
    }
  }

  /** Most of the catalogue: no loop over rows, no test for zeros. */
  private void three(double[] extended, double[] derivative) {
    double[] j = jacobian;
    double j0 = j[0];
    double j1 = j[1];
    double j2 = j[2];
    double j3 = j[3];
    double j4 = j[4];
    double j5 = j[5];
    double j6 = j[6];
    double j7 = j[7];
    double j8 = j[8];
    for (int at = 3; at < 3 + 3 * vectors; at += 3) {
      double a = extended[at];
      double b = extended[at + 1];
      double c = extended[at + 2];
      derivative[at] = j0 * a + j1 * b + j2 * c;
      derivative[at + 1] = j3 * a + j4 * b + j5 * c;
      derivative[at + 2] = j6 * a + j7 * b + j8 * c;
    }
  }

  /** By the entries that are not zero, gathered row by row once for all vectors. */
  private void any(double[] extended, double[] derivative) {
    int entries = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double weight = jacobian[i * n + j];
        if (weight != 0) {
          weights[entries] = weight;
          columns[entries++] = j;
        }
      }
      rowEnds[i] = entries;
    }
    for (int at = n; at < n + n * vectors; at += n) {
      int k = 0;
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int end = rowEnds[i]; k < end; k++) {
          sum += weights[k] * extended[at + columns[k]];
        }
        derivative[at + i] = sum;
      }
    }
  }

  @Override
  public String toString() {
    return "tangent dynamics of " + field;
  }
}
