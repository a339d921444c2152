package io.ergodic.datasets.invariant;

import io.ergodic.datasets.integrate.DifferentiableField;
import io.ergodic.datasets.integrate.DormandPrince;
import io.ergodic.datasets.integrate.IntegrationException;
import io.ergodic.datasets.integrate.TangentField;
import io.ergodic.datasets.integrate.Tolerance;
import java.util.Arrays;

/**
 * The tangent dynamics of a flow: state, tangent vectors and the integral of the divergence in one
 * adaptive integration. The vectors are made orthonormal every few steps of the integrator: its
 * steps are stable, so that none of them contracts by more than exp(-3.3), however stiff the flow.
 */
public final class FlowTangents implements TangentSystem {
  private static final int STEPS_BETWEEN_ORTHONORMALISATIONS = 3;

  /**
   * More in an interval is a hopeless case: the stiffest attractors known need two thousand a
   * period, while a solution that spirals away turns ever faster and would creep on for ever.
   */
  private static final int MOST_STEPS = 50_000;

  private final DifferentiableField field;
  private final double interval;
  private final Tolerance tolerance;
  private final int dimension;
  private final DormandPrince solver;
  private boolean started;
  private TangentField tangentField;
  private DormandPrince tangentSolver;
  private double[] extended;

  /**
   * @param interval time of one call of {@link #advance}
   */
  public FlowTangents(DifferentiableField field, double interval, Tolerance tolerance) {
    this.field = field;
    this.interval = interval;
    this.tolerance = tolerance;
    this.dimension = field.dimension();
    this.solver = new DormandPrince(field, tolerance);
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public double interval() {
    return interval;
  }

  @Override
  public void advance(double[] state, TangentFrame frame) {
    if (frame.vectors() > 0) {
      advanceWithTangents(state, frame);
      return;
    }
    if (started) {
      solver.resume(0, state);
    } else {
      solver.start(0, state);
      started = true;
    }
    int steps = 0;
    while (solver.time() < interval) {
      solver.step(interval);
      limit(++steps, solver);
    }
    System.arraycopy(solver.state(), 0, state, 0, dimension);
  }

  private void advanceWithTangents(double[] state, TangentFrame frame) {
    int vectors = frame.vectors();
    boolean first = tangentField == null || tangentField.vectors() != vectors;
    if (first) {
      tangentField = new TangentField(field, vectors);
      tangentSolver = new DormandPrince(tangentField, tolerance);
      extended = new double[tangentField.dimension()];
    }
    double[] values = frame.values();
    System.arraycopy(state, 0, extended, 0, dimension);
    System.arraycopy(values, 0, extended, dimension, values.length);
    extended[extended.length - 1] = 0;
    if (first) {
      tangentSolver.start(0, extended);
    } else {
      tangentSolver.resume(0, extended);
    }
    int steps = 0;
    while (tangentSolver.time() < interval) {
      tangentSolver.step(interval);
      limit(steps, tangentSolver);
      boolean due = ++steps % STEPS_BETWEEN_ORTHONORMALISATIONS == 0;
      if (due && tangentSolver.time() < interval) {
        System.arraycopy(tangentSolver.state(), 0, extended, 0, extended.length);
        System.arraycopy(extended, dimension, values, 0, values.length);
        frame.orthonormalise();
        System.arraycopy(values, 0, extended, dimension, values.length);
        tangentSolver.resume(tangentSolver.time(), extended);
      }
    }
    double[] reached = tangentSolver.state();
    System.arraycopy(reached, 0, state, 0, dimension);
    System.arraycopy(reached, dimension, values, 0, values.length);
    frame.addDivergence(reached[reached.length - 1]);
  }

  private void limit(int steps, DormandPrince reached) {
    if (steps > MOST_STEPS) {
      throw new IntegrationException(
          "more than " + MOST_STEPS + " steps in " + interval + " of time in the solution",
          field,
          reached.time(),
          Arrays.copyOf(reached.state(), dimension));
    }
  }

  /** Evaluations of right-hand side and Jacobian so far, in the integration with tangents. */
  public long evaluations() {
    return tangentField == null ? 0 : tangentField.evaluations();
  }

  @Override
  public String toString() {
    return field.toString();
  }
}
