package io.ergodic.models.continuous;

import java.util.Arrays;

/**
 * The gradient of what a solver's steps led to, back through these very steps: exact for the map
 * they are, the lengths of the steps taken as given. Each stage's hidden units are computed again,
 * so that the tape holds states alone.
 */
final class DiscreteAdjoint {
  private static final int LAST = Tableau.STAGES - 1;

  private final DenseField field;
  private final LaneNorm norm;
  private final StepControl control;
  private final SolverPenalty penalty;
  private final int size;
  private final double[][] slopeGradients;
  private final double[][] stageGradients;
  private final double[] first;
  private final double[] last;
  private final double[] weights = new double[Tableau.STAGES];

  DiscreteAdjoint(DenseField field, LaneNorm norm, StepControl control, SolverPenalty penalty) {
    this.field = field;
    this.norm = norm;
    this.control = control;
    this.penalty = penalty;
    this.size = field.size();
    this.slopeGradients = new double[Tableau.STAGES][size];
    this.stageGradients = new double[Tableau.STAGES][size];
    this.first = new double[size];
    this.last = new double[size];
  }

  /**
   * Adds the gradient with respect to the weights to the field's and returns that with respect to
   * the first state, in an array of its own that the next call overwrites.
   *
   * @param times of the outputs
   * @param outputGradients dL/dy at every output
   * @param weight of the penalty
   */
  double[] reverse(StepTape tape, double[] times, double[][] outputGradients, double weight) {
    clear(slopeGradients);
    Arrays.fill(first, 0);
    int stiffest = weight != 0 ? penalty.stiffest(tape, norm) : -1;
    for (int n = tape.count() - 1; n >= 0; n--) {
      // The first state and slope of the step after are the last of this one.
      System.arraycopy(first, 0, last, 0, size);
      System.arraycopy(slopeGradients[0], 0, slopeGradients[LAST], 0, size);
      Arrays.fill(first, 0);
      for (int s = 0; s < LAST; s++) {
        Arrays.fill(slopeGradients[s], 0);
      }
      clear(stageGradients);
      StepTape.Step step = tape.step(n);
      outputs(step, times, outputGradients);
      if (weight != 0) {
        penalise(step, tape, stiffest, n, weight);
      }
      throughStages(step);
    }
    field.pull(tape.step(0).stages[0], slopeGradients[0], first);
    return first;
  }

  private static void clear(double[][] arrays) {
    for (double[] array : arrays) {
      Arrays.fill(array, 0);
    }
  }

  private void outputs(StepTape.Step step, double[] times, double[][] gradients) {
    for (int o = step.firstOutput; o < step.firstOutput + step.outputs; o++) {
      double part = (times[o] - step.start) / step.length;
      if (part >= 1) {
        add(last, 1, gradients[o]);
      } else {
        Tableau.interpolate(part, weights);
        add(first, 1, gradients[o]);
        for (int j = 0; j < Tableau.STAGES; j++) {
          add(slopeGradients[j], step.length * weights[j], gradients[o]);
        }
      }
    }
  }

  private void throughStages(StepTape.Step step) {
    add(last, 1, stageGradients[LAST]);
    field.pull(step.stages[LAST], slopeGradients[LAST], last);
    spread(last, LAST, step.length);
    for (int s = LAST - 1; s > 0; s--) {
      field.pull(step.stages[s], slopeGradients[s], stageGradients[s]);
      spread(stageGradients[s], s, step.length);
    }
  }

  /** From the gradient of a stage to those of what it was made of. */
  private void spread(double[] gradient, int stage, double length) {
    add(first, 1, gradient);
    for (int j = 0; j < stage; j++) {
      add(slopeGradients[j], length * Tableau.A[stage][j], gradient);
    }
  }

  private void add(double[] sum, double factor, double[] values) {
    if (factor != 0) {
      for (int i = 0; i < size; i++) {
        sum[i] += factor * values[i];
      }
    }
  }

  private void penalise(StepTape.Step step, StepTape tape, int stiffest, int n, double weight) {
    double byError = weight * penalty.byError(tape) * step.length;
    if (byError != 0 && step.error > 0) {
      penaliseError(step, byError / (step.error * norm.terms()));
    }
    double byStiffness = weight * penalty.byStiffness(tape, stiffest, n) / Tableau.STABILITY;
    double eigenvalue = byStiffness != 0 ? SolverPenalty.eigenvalue(step, norm) : 0;
    if (eigenvalue > 0 && Double.isFinite(eigenvalue)) {
      penaliseStiffness(step, byStiffness, eigenvalue);
    }
  }

  /** E = sqrt(mean of (e / s)^2) by e, through all slopes, and by s, through the larger state. */
  private void penaliseError(StepTape.Step step, double factor) {
    double[] start = step.stages[0];
    double[] end = step.stages[LAST];
    for (int u = 0; u < norm.units(); u++) {
      for (int i = u * norm.lanes(), stop = i + norm.count(); i < stop; i++) {
        double error = 0;
        for (int j = 0; j < Tableau.STAGES; j++) {
          error += step.length * Tableau.ERROR[j] * step.slopes[j][i];
        }
        boolean grown = Math.abs(end[i]) > Math.abs(start[i]);
        double larger = grown ? end[i] : start[i];
        double scale = control.absolute() + control.relative() * Math.abs(larger);
        double part = factor * error / (scale * scale);
        for (int j = 0; j < Tableau.STAGES; j++) {
          slopeGradients[j][i] += part * step.length * Tableau.ERROR[j];
        }
        (grown ? last : first)[i] -=
            part * error / scale * control.relative() * Math.signum(larger);
      }
    }
  }

  private void penaliseStiffness(StepTape.Step step, double factor, double eigenvalue) {
    double slopes = SolverPenalty.squares(step.slopes[LAST], step.slopes[LAST - 1], norm);
    double stages = SolverPenalty.squares(step.stages[LAST], step.stages[LAST - 1], norm);
    for (int u = 0; u < norm.units(); u++) {
      for (int i = u * norm.lanes(), stop = i + norm.count(); i < stop; i++) {
        double slope = step.slopes[LAST][i] - step.slopes[LAST - 1][i];
        double stage = step.stages[LAST][i] - step.stages[LAST - 1][i];
        double bySlope = slopes > 0 ? factor * eigenvalue * slope / slopes : 0;
        double byStage = -factor * eigenvalue * stage / stages;
        slopeGradients[LAST][i] += bySlope;
        slopeGradients[LAST - 1][i] -= bySlope;
        stageGradients[LAST][i] += byStage;
        stageGradients[LAST - 1][i] -= byStage;
      }
    }
  }
}
