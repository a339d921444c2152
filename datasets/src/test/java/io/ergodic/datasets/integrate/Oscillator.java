package io.ergodic.datasets.integrate;

/** x'' = -x: the solution from (1, 0) is (cos t, -sin t). */
final class Oscillator implements DifferentiableField {
  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public void derivative(double[] state, double[] derivative) {
    derivative[0] = state[1];
    derivative[1] = -state[0];
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    jacobian[0] = 0;
    jacobian[1] = 1;
    jacobian[2] = -1;
    jacobian[3] = 0;
  }
}
