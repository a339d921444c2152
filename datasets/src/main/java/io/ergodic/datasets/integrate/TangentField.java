package io.ergodic.datasets.integrate;

/**
 * A field together with its variational equations: state x (n values) and n x k tangent matrix V,
 * row-major behind it, with dx/dt = f(x) and dV/dt = (df/dx) V.
 */
public final class TangentField implements VectorField {
  private final DifferentiableField field;
  private final int vectors;
  private final double[] state;
  private final double[] velocity;
  private final double[] jacobian;

  public TangentField(DifferentiableField field, int vectors) {
    int n = field.dimension();
    this.field = field;
    this.vectors = vectors;
    this.state = new double[n];
    this.velocity = new double[n];
    this.jacobian = new double[n * n];
  }

  @Override
  public int dimension() {
    return field.dimension() * (1 + vectors);
  }

  @Override
  public void derivative(double[] extended, double[] derivative) {
    int n = state.length;
    System.arraycopy(extended, 0, state, 0, n);
    field.derivative(state, velocity);
    System.arraycopy(velocity, 0, derivative, 0, n);
    field.jacobian(state, jacobian);
    for (int i = 0; i < n; i++) {
      int row = n + i * vectors;
      for (int v = 0; v < vectors; v++) {
        derivative[row + v] = 0;
      }
      for (int j = 0; j < n; j++) {
        double weight = jacobian[i * n + j];
        if (weight != 0) {
          for (int v = 0; v < vectors; v++) {
            derivative[row + v] += weight * extended[n + j * vectors + v];
          }
        }
      }
    }
  }

  @Override
  public String toString() {
    return "tangent dynamics of " + field;
  }
}
