package io.ergodic.datasets.invariant;

import io.ergodic.datasets.chaos.field.FieldEquation;
import io.ergodic.datasets.chaos.field.KuramotoSivashinsky;
import io.ergodic.datasets.integrate.IntegrationException;
import java.util.Arrays;

/**
 * The tangent dynamics of the Kuramoto-Sivashinsky equation: the derivative of the steps of its
 * integrator. The state holds the Fourier coefficients of waves 1, 2, ..., real parts first: the
 * mean, which is conserved, is left out, and with it an exponent of zero.
 */
public final class FieldTangents implements TangentSystem {
  private final FieldEquation equation;
  private final int waves;
  private final int steps;
  private final int exponents;
  private KuramotoSivashinsky solver;

  /**
   * @param steps of the solver in one call of {@link #advance}
   * @param exponents how many to compute
   */
  public FieldTangents(FieldEquation equation, int steps, int exponents) {
    this.equation = equation;
    this.waves = equation.dimension() / 2 - 1;
    this.steps = steps;
    this.exponents = exponents;
    this.solver = equation.solver(0);
  }

  @Override
  public int dimension() {
    return 2 * waves;
  }

  @Override
  public double interval() {
    return steps * equation.solverStep();
  }

  @Override
  public int exponents() {
    return exponents;
  }

  /** A field of mean zero as a state. */
  public double[] state(double[] field) {
    double[] state = new double[dimension()];
    solver.start(field);
    take(solver.spectrum(0), state, 0);
    return state;
  }

  @Override
  public void advance(double[] state, TangentFrame frame) {
    int vectors = frame.vectors();
    if (solver.vectors() != vectors) {
      solver = equation.solver(vectors);
    }
    give(state, 0, solver.spectrum(0));
    for (int v = 0; v < vectors; v++) {
      give(frame.values(), v * dimension(), solver.spectrum(1 + v));
    }
    for (int i = 0; i < steps; i++) {
      solver.step();
    }
    take(solver.spectrum(0), state, 0);
    for (int v = 0; v < vectors; v++) {
      take(solver.spectrum(1 + v), frame.values(), v * dimension());
    }
    if (!Double.isFinite(state[0])) {
      throw new IntegrationException("divergence", equation, interval(), Arrays.copyOf(state, 4));
    }
  }

  private void give(double[] values, int from, double[] spectrum) {
    System.arraycopy(values, from, spectrum, 1, waves);
    System.arraycopy(values, from + waves, spectrum, waves + 2, waves);
  }

  private void take(double[] spectrum, double[] values, int to) {
    System.arraycopy(spectrum, 1, values, to, waves);
    System.arraycopy(spectrum, waves + 2, values, to + waves, waves);
  }

  @Override
  public int observed() {
    return equation.dimension();
  }

  /** The field at its points. */
  @Override
  public void observe(double[] state, double[] target) {
    KuramotoSivashinsky reader = solver;
    double[] kept = reader.spectrum(0);
    give(state, 0, kept);
    reader.field(target, 0);
  }

  @Override
  public String toString() {
    return equation.toString();
  }
}
