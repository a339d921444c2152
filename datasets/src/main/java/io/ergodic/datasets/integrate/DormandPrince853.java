package io.ergodic.datasets.integrate;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * The explicit Runge-Kutta method of order 8 with errors of orders 5 and 3 of Hairer, Norsett and
 * Wanner (Solving ODEs I, II.5), Hipparchus's implementation: for reference solutions at tolerances
 * near rounding.
 */
public final class DormandPrince853 {
  private final VectorField field;
  private final Tolerance tolerance;

  public DormandPrince853(VectorField field, Tolerance tolerance) {
    this.field = field;
    this.tolerance = tolerance;
  }

  /**
   * The state at {@code end} of the solution from {@code start} at time 0.
   *
   * @throws IntegrationException when the solution does not reach that time
   */
  public double[] solve(double[] start, double end) {
    OrdinaryDifferentialEquation equation =
        new OrdinaryDifferentialEquation() {
          @Override
          public int getDimension() {
            return field.dimension();
          }

          @Override
          public double[] computeDerivatives(double time, double[] state) {
            double[] derivative = new double[state.length];
            field.derivative(state, derivative);
            return derivative;
          }
        };
    double smallest = Math.max(4 * Math.ulp(end), Double.MIN_NORMAL);
    DormandPrince853Integrator integrator =
        new DormandPrince853Integrator(smallest, end, tolerance.absolute(), tolerance.relative());
    try {
      ODEStateAndDerivative last = integrator.integrate(equation, new ODEState(0, start), end);
      return last.getPrimaryState();
    } catch (MathRuntimeException failed) {
      throw new IntegrationException(
          "no solution until " + end + " (" + failed.getMessage() + ")", field, 0, start);
    }
  }
}
