package io.ergodic.models.continuous;

import java.util.ArrayList;
import java.util.List;

/** The good steps of a solution, kept to go back through them. Its memory is used again. */
final class StepTape {
  /**
   * One step, of which nothing but the arrays outlives the next solution.
   *
   * <p>{@code stages} and {@code slopes} are 7 x size; the first stage is the state the step began
   * with, the last the one it led to.
   */
  static final class Step {
    final double[][] stages;
    final double[][] slopes;
    double start;
    double length;
    double error;
    int firstOutput;
    int outputs;

    private Step(int size) {
      stages = new double[Tableau.STAGES][size];
      slopes = new double[Tableau.STAGES][size];
    }
  }

  private final int size;
  private final List<Step> steps = new ArrayList<>();
  private int count;

  StepTape(int size) {
    this.size = size;
  }

  /** Steps there are. */
  int count() {
    return count;
  }

  Step step(int index) {
    return steps.get(index);
  }

  void clear() {
    count = 0;
  }

  /**
   * Keeps a step.
   *
   * @param start time it began at
   * @param error its norm, 1 being what is allowed
   * @param firstOutput index of the first output that lies in it
   */
  void add(
      double[][] stages,
      double[][] slopes,
      double start,
      double length,
      double error,
      int firstOutput,
      int outputs) {
    if (count == steps.size()) {
      steps.add(new Step(size));
    }
    Step step = steps.get(count++);
    for (int s = 0; s < Tableau.STAGES; s++) {
      System.arraycopy(stages[s], 0, step.stages[s], 0, size);
      System.arraycopy(slopes[s], 0, step.slopes[s], 0, size);
    }
    step.start = start;
    step.length = length;
    step.error = error;
    step.firstOutput = firstOutput;
    step.outputs = outputs;
  }
}
