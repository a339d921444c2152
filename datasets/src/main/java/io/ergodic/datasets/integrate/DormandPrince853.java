package io.ergodic.datasets.integrate;

import java.util.Arrays;

/**
 * The adaptive explicit Runge-Kutta method of order 8 with errors of orders 5 and 3 and a
 * continuous extension of order 7 of Hairer, Norsett and Wanner (Solving ODEs I, II.5, II.6). At
 * tight tolerances it needs half the evaluations of order 5. Nothing is allocated after
 * construction, and the same input gives the same bits on every machine.
 */
public final class DormandPrince853 {
  private static final double SAFETY = 0.9;
  private static final double SMALLEST_FACTOR = 1.0 / 3;
  private static final double LARGEST_FACTOR = 6;

  private final VectorField field;
  private final Tolerance tolerance;
  private final EighthOrderStep solution;
  private double time;
  private double previousTime;
  private double proposal;
  private boolean extended;

  public DormandPrince853(VectorField field, Tolerance tolerance) {
    this.field = field;
    this.tolerance = tolerance;
    this.solution = new EighthOrderStep(field);
  }

  /** Begins a solution; the first step is guessed from the size of state and derivative. */
  public void start(double startTime, double[] startState) {
    time = startTime;
    previousTime = startTime;
    solution.start(startState);
    proposal = DormandPrince.guess(solution.end(), solution.endDerivative(), tolerance);
  }

  /** One accepted step, at most to {@code limit}. */
  public void step(double limit) {
    solution.next();
    boolean rejected = false;
    while (true) {
      double remaining = limit - time;
      boolean last = proposal >= remaining;
      double h = last ? remaining : proposal;
      solution.attempt(h);
      double error = solution.error(tolerance);
      double factor = factor(error);
      if (error <= 1) {
        accept(last ? limit : time + h);
        double grown = h * (rejected ? Math.min(1, factor) : factor);
        // a step cut short by the limit says nothing against the longer one proposed before it
        proposal = last ? Math.max(grown, proposal * Math.min(1, factor)) : grown;
        return;
      }
      rejected = true;
      proposal = h * factor;
      if (DormandPrince.underflows(proposal, time)) {
        throw new IntegrationException("step size underflow", field, time, solution.begin());
      }
    }
  }

  /** By how much the next step should differ: the elementary controller of II.4. */
  private static double factor(double error) {
    if (!(error < Double.POSITIVE_INFINITY)) {
      return SMALLEST_FACTOR;
    }
    // the eighth root as three square roots: exact on every machine, and cheaper than a power
    double root = Math.sqrt(Math.sqrt(Math.sqrt(Math.max(error, 1e-12))));
    return Math.min(LARGEST_FACTOR, Math.max(SMALLEST_FACTOR, SAFETY / root));
  }

  private void accept(double reached) {
    solution.finish();
    extended = false;
    previousTime = time;
    time = reached;
    for (double value : solution.end()) {
      if (DormandPrince.diverged(value)) {
        throw new IntegrationException("divergence", field, time, solution.end());
      }
    }
  }

  /** Steps until {@code limit} is reached exactly. */
  public void advance(double limit) {
    while (time < limit) {
      step(limit);
    }
  }

  /** Time reached. */
  public double time() {
    return time;
  }

  /** The state at {@link #time()}; valid until the next step, not to be written to. */
  public double[] state() {
    return solution.end();
  }

  /** Where the last step began. */
  public double previousTime() {
    return previousTime;
  }

  /** Writes the state at a time within the last step to {@code target} from {@code offset} on. */
  public void read(double at, double[] target, int offset) {
    if (at == time) {
      System.arraycopy(solution.end(), 0, target, offset, field.dimension());
      return;
    }
    if (!extended) {
      solution.extend();
      extended = true;
    }
    double s = (at - previousTime) / (time - previousTime);
    for (int i = 0; i < field.dimension(); i++) {
      target[offset + i] = solution.at(i, s);
    }
  }

  @Override
  public String toString() {
    return "DormandPrince853 of " + field + " at " + time + " in " + Arrays.toString(state());
  }
}
