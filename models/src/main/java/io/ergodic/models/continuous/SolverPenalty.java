package io.ergodic.models.continuous;

import io.ergodic.datasets.settings.Settings;

/**
 * A penalty on what the solver finds hard, in one of the forms of Pal, Ma, Shah and Rackauckas
 * (ICML 2021): with E the norm of a good step's error, 1 being what is allowed, h its length and S
 * = |k7 - k6| / |g7 - g6| over the stability of the method, the mean of E h, the largest S, or the
 * mean of E h + 0.1 S. The last two stages stand at the same time, so that S estimates the largest
 * eigenvalue of the Jacobian.
 *
 * @param start weight in the first epoch, {@code end} what it falls to over all, exponentially
 */
record SolverPenalty(Form form, double start, double end, int epochs) {
  private static final double PART_OF_STIFFNESS = 0.1;

  /** What is summed up. */
  enum Form {
    NONE,
    ERROR,
    STIFFNESS,
    COMBINED;

    boolean error() {
      return this == ERROR || this == COMBINED;
    }

    boolean stiffness() {
      return this == STIFFNESS || this == COMBINED;
    }
  }

  /** Reads {@code regulariser { kind, start, end }}. */
  static SolverPenalty read(Settings settings, int epochs) {
    settings.explain(
        "kind", "what of the solver is penalised: estimated errors, stiffness or both",
        "start", "weight of the penalty in the first epoch",
        "end", "weight that it falls to exponentially");
    Form form = settings.choice("kind", Form.NONE);
    double start = settings.number("start", form == Form.NONE ? 0 : 1, 0, 1e9);
    double end = settings.number("end", start, 0, 1e9);
    settings.rejectUnknown();
    if (start > 0 && end == 0) {
      throw settings.error("end", "must be above 0, as an exponential never falls to it");
    }
    return new SolverPenalty(form, start, end, epochs);
  }

  boolean active() {
    return form != Form.NONE && start > 0;
  }

  /** Its weight in an epoch: start exp(-k epoch), k = ln(start / end) / epochs. */
  double weight(int epoch) {
    return active() ? start * Math.pow(end / start, (double) epoch / epochs) : 0;
  }

  /** The value over the steps of a tape. */
  double value(StepTape tape, LaneNorm norm) {
    double sum = 0;
    double largest = 0;
    for (int n = 0; n < tape.count(); n++) {
      StepTape.Step step = tape.step(n);
      double stiffness = form.stiffness() ? stiffness(step, norm) : 0;
      largest = Math.max(largest, stiffness);
      sum +=
          (form.error() ? step.error * step.length : 0)
              + (form == Form.COMBINED ? PART_OF_STIFFNESS * stiffness : 0);
    }
    return form == Form.STIFFNESS ? largest : sum / tape.count();
  }

  /** |k7 - k6| / |g7 - g6| / stability; 0 where that is not a number. */
  static double stiffness(StepTape.Step step, LaneNorm norm) {
    double eigenvalue = eigenvalue(step, norm);
    return Double.isFinite(eigenvalue) ? eigenvalue / Tableau.STABILITY : 0;
  }

  /** The estimate of the largest eigenvalue's size. */
  static double eigenvalue(StepTape.Step step, LaneNorm norm) {
    return Math.sqrt(
        squares(step.slopes[6], step.slopes[5], norm)
            / squares(step.stages[6], step.stages[5], norm));
  }

  static double squares(double[] some, double[] others, LaneNorm norm) {
    double sum = 0;
    for (int u = 0; u < norm.units(); u++) {
      for (int i = u * norm.lanes(), end = i + norm.count(); i < end; i++) {
        double difference = some[i] - others[i];
        sum += difference * difference;
      }
    }
    return sum;
  }

  /** By how much the value changes with a step's E h. */
  double byError(StepTape tape) {
    return form.error() ? 1.0 / tape.count() : 0;
  }

  /**
   * By how much it changes with a step's S.
   *
   * @param stiffest step of the tape as {@link #stiffest} tells
   */
  double byStiffness(StepTape tape, int stiffest, int step) {
    return switch (form) {
      case COMBINED -> PART_OF_STIFFNESS / tape.count();
      case STIFFNESS -> step == stiffest ? 1 : 0;
      default -> 0;
    };
  }

  /** The first of the steps with the largest S, where that alone counts; else -1. */
  int stiffest(StepTape tape, LaneNorm norm) {
    if (form != Form.STIFFNESS) {
      return -1;
    }
    int stiffest = 0;
    double largest = -1;
    for (int n = 0; n < tape.count(); n++) {
      double stiffness = stiffness(tape.step(n), norm);
      if (stiffness > largest) {
        largest = stiffness;
        stiffest = n;
      }
    }
    return stiffest;
  }
}
