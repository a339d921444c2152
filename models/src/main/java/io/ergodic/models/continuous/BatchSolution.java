package io.ergodic.models.continuous;

import java.util.Arrays;

/**
 * The solutions of a batch of sequences from their first rows, side by side, with their loss
 * against the other rows and its gradient.
 */
final class BatchSolution {
  private final DenseField field;
  private final int count;
  private final int observed;
  private final double[] times;
  private final boolean discrete;
  private final SolverPenalty penalty;
  private final LaneNorm norm;
  private final DormandPrinceSolver solver;
  private final StepTape tape;
  private final DiscreteAdjoint through;
  private final ContinuousAdjoint adjoint;
  private final double[] start;
  private final double[][] outputs;
  private final double[][] outputGradients;
  private double loss;

  /**
   * @param count sequences of the batch
   * @param times of the rows that follow the first
   */
  BatchSolution(
      DenseField field, int count, int observed, double[] times, NeuralOdeSettings settings) {
    this.field = field;
    this.count = count;
    this.observed = observed;
    this.times = times;
    this.discrete = settings.discrete();
    this.penalty = settings.penalty();
    int size = field.size();
    this.norm = new LaneNorm(0, size / field.lanes(), field.lanes(), count);
    StepControl control = settings.control();
    this.solver = new DormandPrinceSolver(field, norm, control);
    this.tape = new StepTape(size);
    this.through = new DiscreteAdjoint(field, norm, control, penalty);
    this.adjoint =
        discrete ? null : new ContinuousAdjoint(field, norm, control, settings.seminorm());
    this.start = new double[size];
    this.outputs = new double[times.length][size];
    this.outputGradients = new double[times.length][size];
  }

  int count() {
    return count;
  }

  /** The mean squared error. */
  double loss() {
    return loss;
  }

  /** The value of the penalty, without its weight. */
  double penalty() {
    return penalty.value(tape, norm);
  }

  /** Evaluations of the right-hand side by all solutions so far, those of the adjoint included. */
  long evaluations() {
    return solver.evaluations() + (discrete ? 0 : adjoint.evaluations());
  }

  /** The steps of the last solution for which a gradient was wanted. */
  StepTape tape() {
    return tape;
  }

  /**
   * Solves from the first rows.
   *
   * @param sequences count x (times + 1) x observed
   * @param backward whether {@link #addGradient} will be asked for
   */
  void solve(float[] parameters, float[] sequences, boolean backward) {
    field.load(parameters);
    int lanes = field.lanes();
    Arrays.fill(start, 0);
    int length = (times.length + 1) * observed;
    for (int lane = 0; lane < lanes; lane++) {
      int from = lane < count ? lane * length : 0;
      for (int n = 0; n < observed; n++) {
        start[n * lanes + lane] = sequences[from + n];
      }
    }
    solver.solve(start, times, outputs, backward ? tape : null);
    compare(sequences);
  }

  private void compare(float[] sequences) {
    int lanes = field.lanes();
    double terms = (double) count * times.length * observed;
    double sum = 0;
    for (int k = 0; k < times.length; k++) {
      Arrays.fill(outputGradients[k], 0);
      for (int n = 0; n < observed; n++) {
        for (int lane = 0; lane < count; lane++) {
          float target = sequences[(lane * (times.length + 1) + k + 1) * observed + n];
          double error = outputs[k][n * lanes + lane] - target;
          outputGradients[k][n * lanes + lane] = 2 * error / terms;
          sum += error * error;
        }
      }
    }
    loss = sum / terms;
  }

  /**
   * Adds the gradient of the loss and of the penalty to {@code gradient} and returns that with
   * respect to the first states.
   *
   * @param weight of the penalty
   */
  double[] addGradient(double[] gradient, double weight) {
    if (!discrete) {
      return adjoint.reverse(times, outputs, outputGradients, gradient);
    }
    double[] first = through.reverse(tape, times, outputGradients, weight);
    field.gradient(gradient, 0);
    return first;
  }
}
