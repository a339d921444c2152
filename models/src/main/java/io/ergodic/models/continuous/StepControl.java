package io.ergodic.models.continuous;

import io.ergodic.datasets.settings.Settings;

/**
 * How a solver chooses its steps: by the estimated error, a step being good where the norm of error
 * / (absolute + relative |y|) is at most 1, or of one length.
 *
 * @param fixed length of all steps; 0 for steps chosen by the error
 * @param most steps of one solution, rejected ones included
 */
record StepControl(double relative, double absolute, double fixed, int most) {
  private static final double SAFETY = 0.9;
  private static final double SMALLEST_FACTOR = 0.2;
  private static final double LARGEST_FACTOR = 10;

  /** One over the order of the method. */
  private static final double EXPONENT = 1 / 5.0;

  /** Reads {@code solver { relative, absolute, step, mostSteps }}. */
  static StepControl read(Settings settings) {
    settings.explain(
        "relative", "tolerance of a step beside the size of the state",
        "absolute", "tolerance of a step where the state is small",
        "step", "length of all steps; 0 to choose them by their errors",
        "mostSteps", "steps of one solution");
    StepControl read =
        new StepControl(
            settings.number("relative", 1e-7, 1e-14, 1),
            settings.number("absolute", 1e-9, 1e-14, 1e3),
            settings.number("step", 0, 0, 1e9),
            settings.integer("mostSteps", 100_000, 1, 1 << 30));
    settings.rejectUnknown();
    return read;
  }

  boolean adaptive() {
    return fixed == 0;
  }

  /** Whether a step of this error is good; one that is not a number is not. */
  boolean accepts(double error) {
    return !adaptive() || error <= 1;
  }

  /** The length of the next step beside this one's: never less after a good one. */
  double factor(double error) {
    if (!adaptive()) {
      return 1;
    }
    if (error == 0) {
      return LARGEST_FACTOR;
    }
    if (!(error < Double.POSITIVE_INFINITY)) {
      return SMALLEST_FACTOR;
    }
    double least = error < 1 ? 1 : SMALLEST_FACTOR;
    double factor = SAFETY * StrictMath.pow(error, -EXPONENT);
    return Math.min(LARGEST_FACTOR, Math.max(factor, least));
  }

  /** Writes the scale of errors between two states. */
  void scale(double[] start, double[] end, double[] scale, int size) {
    for (int i = 0; i < size; i++) {
      scale[i] = absolute + relative * Math.max(Math.abs(start[i]), Math.abs(end[i]));
    }
  }
}
