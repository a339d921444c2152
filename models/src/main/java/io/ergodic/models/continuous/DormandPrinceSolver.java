package io.ergodic.models.continuous;

import java.util.Arrays;

/**
 * Solves dy/dt = f(y) from time 0 by steps of {@link Tableau}, the last of which ends where the
 * last output is asked for; outputs within a step are interpolated. The first step is guessed by
 * the rule of Hairer, Norsett and Wanner (Solving ODEs I, II.4). Time is kept in double precision.
 * One instance belongs to one thread; a solution allocates nothing.
 */
final class DormandPrinceSolver {
  /** Beside the time to be covered: shorter steps do not move the state. */
  private static final double SHORTEST = 1e-13;

  private static final double TINY = 1e-5;
  private static final double SMALL = 1e-15;

  private final OdeSystem system;
  private final Norm norm;
  private final StepControl control;
  private final int size;
  private final double[][] stages;
  private final double[][] slopes;
  private final double[] errors;
  private final double[] scale;
  private final double[] weights = new double[Tableau.STAGES];
  private long evaluations;

  DormandPrinceSolver(OdeSystem system, Norm norm, StepControl control) {
    this.system = system;
    this.norm = norm;
    this.control = control;
    this.size = system.size();
    this.stages = new double[Tableau.STAGES][size];
    this.slopes = new double[Tableau.STAGES][size];
    this.errors = new double[size];
    this.scale = new double[size];
  }

  /** Evaluations of f by all solutions so far. */
  long evaluations() {
    return evaluations;
  }

  /**
   * Solves up to the last of the times.
   *
   * @param start y(0)
   * @param times of the outputs, positive and rising
   * @param outputs receive y at these times
   * @param tape receives the steps; null to keep none
   * @throws SolverFailedException when steps become too short or too many
   */
  void solve(double[] start, double[] times, double[][] outputs, StepTape tape) {
    if (tape != null) {
      tape.clear();
    }
    System.arraycopy(start, 0, stages[0], 0, size);
    slope(0);
    double end = times[times.length - 1];
    double time = 0;
    int next = 0;
    double length = control.adaptive() ? firstStep() : control.fixed();
    for (int step = 0; next < times.length; step++) {
      boolean last = time + length >= end * (1 - SHORTEST);
      double taken = last ? end - time : length;
      if (!(taken > SHORTEST * end) || step >= control.most()) {
        throw failed(step, taken, time);
      }
      double error = trial(taken);
      double factor = control.factor(error);
      if (control.accepts(error)) {
        double reached = last ? end : time + taken;
        int first = next;
        while (next < times.length && times[next] <= reached) {
          write((times[next] - time) / taken, taken, outputs[next]);
          next++;
        }
        if (tape != null) {
          tape.add(stages, slopes, time, taken, error, first, next - first);
        }
        time = reached;
        exchange(stages);
        exchange(slopes);
      }
      length = taken * factor;
    }
  }

  private SolverFailedException failed(int step, double length, double time) {
    return new SolverFailedException(
        (step >= control.most() ? "too many steps" : "a step of " + length + " is too short")
            + " after "
            + step
            + " steps, at time "
            + time
            + ": the right-hand side is too steep, or no longer a number");
  }

  /** The last stage becomes the first of the next step. */
  private static void exchange(double[][] arrays) {
    double[] last = arrays[Tableau.STAGES - 1];
    arrays[Tableau.STAGES - 1] = arrays[0];
    arrays[0] = last;
  }

  private void slope(int stage) {
    system.slope(stages[stage], slopes[stage]);
    evaluations++;
  }

  /** Takes a step from the first stage and returns the norm of its error. */
  private double trial(double length) {
    for (int s = 1; s < Tableau.STAGES; s++) {
      combine(stages[0], length, Tableau.A[s], s, stages[s]);
      slope(s);
    }
    if (!control.adaptive()) {
      return 0;
    }
    combine(null, length, Tableau.ERROR, Tableau.STAGES, errors);
    control.scale(stages[0], stages[Tableau.STAGES - 1], scale, size);
    return norm.of(errors, scale);
  }

  /** target = base + length * sum of weights[j] slopes[j]. */
  private void combine(double[] base, double length, double[] weights, int count, double[] target) {
    if (base == null) {
      Arrays.fill(target, 0);
    } else {
      System.arraycopy(base, 0, target, 0, size);
    }
    for (int j = 0; j < count; j++) {
      double weight = length * weights[j];
      if (weight != 0) {
        double[] slope = slopes[j];
        for (int i = 0; i < size; i++) {
          target[i] += weight * slope[i];
        }
      }
    }
  }

  private void write(double part, double length, double[] output) {
    if (part >= 1) {
      System.arraycopy(stages[Tableau.STAGES - 1], 0, output, 0, size);
    } else {
      Tableau.interpolate(part, weights);
      combine(stages[0], length, weights, Tableau.STAGES, output);
    }
  }

  private double firstStep() {
    control.scale(stages[0], stages[0], scale, size);
    double state = norm.of(stages[0], scale);
    double slope = norm.of(slopes[0], scale);
    double guess = state < TINY || slope < TINY ? 1e-6 : 0.01 * state / slope;
    for (int i = 0; i < size; i++) {
      stages[1][i] = stages[0][i] + guess * slopes[0][i];
    }
    slope(1);
    for (int i = 0; i < size; i++) {
      errors[i] = slopes[1][i] - slopes[0][i];
    }
    double bend = norm.of(errors, scale) / guess;
    double steepest = Math.max(slope, bend);
    double step =
        steepest <= SMALL ? Math.max(1e-6, guess * 1e-3) : StrictMath.pow(0.01 / steepest, 1 / 5.0);
    return Math.min(100 * guess, step);
  }
}
