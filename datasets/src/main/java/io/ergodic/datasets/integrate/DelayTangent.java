package io.ergodic.datasets.integrate;

/**
 * Tangent dynamics of a delay equation (Farmer, Physica D 4, 1982): dv/dt = (df/dx) v(t) +
 * (df/dx_delayed) v(t - delay). A tangent vector is a function over one delay, kept as the steps of
 * the solution and integrated together with it. Vectors are made orthonormal in the product of
 * values at the present and at the ends of the steps over the last delay, weighted by the steps'
 * lengths; as this acts on the polynomials' coefficients, nothing is interpolated anew.
 */
public final class DelayTangent implements TangentDynamics {
  private final double interval;
  private final int dimension;
  private final int vectors;
  private final DelayTrajectory trajectory;
  private double time;
  private double[][] samples = new double[0][];

  /**
   * Begins with a constant past and cosines over it as tangent vectors.
   *
   * @param vectors how many exponents; a delay equation has as many as one likes
   * @param interval time between orthonormalisations, at least the delay
   */
  public DelayTangent(
      DelayField field, Tolerance tolerance, double[] start, int vectors, double interval) {
    if (vectors < 1 || interval < field.delay()) {
      throw new IllegalArgumentException(vectors + " vectors every " + interval);
    }
    this.interval = interval;
    this.dimension = field.dimension();
    this.vectors = vectors;
    double delay = field.delay();
    this.trajectory =
        new DelayTrajectory(
            new Extended(field, vectors),
            tolerance,
            (past, state) -> {
              java.util.Arrays.fill(state, 0);
              System.arraycopy(start, 0, state, 0, dimension);
              for (int v = 0; v < vectors; v++) {
                state[dimension * (1 + v) + v % dimension] =
                    StrictMath.cos(Math.PI * (v / dimension) * past / delay);
              }
            });
  }

  @Override
  public int vectors() {
    return vectors;
  }

  @Override
  public double advance(double[] logarithms) {
    time += interval;
    trajectory.advance(time);
    orthonormalise(logarithms);
    trajectory.restart();
    return interval;
  }

  /** Modified Gram-Schmidt on samples, with the same combinations applied to the polynomials. */
  private void orthonormalise(double[] logarithms) {
    sample();
    for (int v = 0; v < vectors; v++) {
      double[] vector = samples[v];
      for (int u = 0; u < v; u++) {
        double projection = dot(samples[u], vector);
        for (int i = 0; i < vector.length; i++) {
          vector[i] -= projection * samples[u][i];
        }
        combine(v, u, projection);
      }
      double length = Math.sqrt(dot(vector, vector));
      logarithms[v] = StrictMath.log(length);
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= length;
      }
      scale(v, 1 / length);
    }
  }

  private void sample() {
    StepHistory history = trajectory.history();
    int steps = (int) (history.end() - history.first());
    int length = (steps + 1) * dimension;
    if (samples.length != vectors || samples[0].length != length) {
      samples = new double[vectors][length];
    }
    for (int k = 0; k < steps; k++) {
      long step = history.first() + k;
      double weight = Math.sqrt(history.stop(step) - history.start(step));
      double[] coefficients = history.coefficients(step);
      for (int v = 0; v < vectors; v++) {
        for (int i = 0; i < dimension; i++) {
          int variable = dimension * (1 + v) + i;
          double end = DormandPrince.interpolate(coefficients, variable, 1);
          samples[v][k * dimension + i] = weight * end;
          if (k == steps - 1) {
            samples[v][steps * dimension + i] = end;
          }
        }
      }
    }
  }

  private void combine(int vector, int other, double factor) {
    StepHistory history = trajectory.history();
    for (long step = history.first(); step < history.end(); step++) {
      double[] c = history.coefficients(step);
      int at = 5 * dimension * (1 + vector);
      int from = 5 * dimension * (1 + other);
      for (int i = 0; i < 5 * dimension; i++) {
        c[at + i] -= factor * c[from + i];
      }
    }
  }

  private void scale(int vector, double factor) {
    StepHistory history = trajectory.history();
    for (long step = history.first(); step < history.end(); step++) {
      double[] c = history.coefficients(step);
      int at = 5 * dimension * (1 + vector);
      for (int i = 0; i < 5 * dimension; i++) {
        c[at + i] *= factor;
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** State and vectors, one vector after the other. */
  private static final class Extended implements DelayField {
    private final DelayField field;
    private final int n;
    private final int vectors;
    private final double[] state;
    private final double[] delayed;
    private final double[] velocity;
    private final double[] present;
    private final double[] past;

    Extended(DelayField field, int vectors) {
      this.field = field;
      this.n = field.dimension();
      this.vectors = vectors;
      this.state = new double[n];
      this.delayed = new double[n];
      this.velocity = new double[n];
      this.present = new double[n * n];
      this.past = new double[n * n];
    }

    @Override
    public int dimension() {
      return n * (1 + vectors);
    }

    @Override
    public double delay() {
      return field.delay();
    }

    @Override
    public void derivative(double[] x, double[] lagged, double[] derivative) {
      System.arraycopy(x, 0, state, 0, n);
      System.arraycopy(lagged, 0, delayed, 0, n);
      field.derivative(state, delayed, velocity);
      System.arraycopy(velocity, 0, derivative, 0, n);
      field.jacobians(state, delayed, present, past);
      for (int v = 1; v <= vectors; v++) {
        for (int i = 0; i < n; i++) {
          double sum = 0;
          for (int j = 0; j < n; j++) {
            sum += present[i * n + j] * x[v * n + j] + past[i * n + j] * lagged[v * n + j];
          }
          derivative[v * n + i] = sum;
        }
      }
    }

    @Override
    public void jacobians(double[] x, double[] lagged, double[] now, double[] before) {
      // the tangents of tangents: no solver of this package asks a field for its Jacobians
      throw new UnsupportedOperationException("second derivatives of " + field);
    }

    @Override
    public String toString() {
      return "tangent dynamics of " + field;
    }
  }
}
