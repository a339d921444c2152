package io.ergodic.models.continuous;

import java.util.Arrays;

/**
 * The gradient of the exact solution by the adjoint equation of Chen et al. (NeurIPS 2018), solved
 * back in time to the tolerance of the solver: dy/ds = -f, da/ds = a df/dy, dg/ds = a df/dw. At
 * each output a jumps by dL/dy and y is put back to what it was on the way there. Needs no tape.
 */
final class ContinuousAdjoint {
  private final DenseField field;
  private final DormandPrinceSolver solver;
  private final int size;
  private final double[] state;
  private final double[] time = new double[1];
  private final double[][] reached;

  /**
   * @param norm of the states alone
   * @param seminorm whether errors of the weights' gradient do not count
   */
  ContinuousAdjoint(DenseField field, LaneNorm norm, StepControl control, boolean seminorm) {
    this.field = field;
    this.size = field.size();
    int whole = 2 * size + field.parameterCount();
    this.state = new double[whole];
    this.reached = new double[1][whole];
    LaneNorm adjoint = new LaneNorm(size, norm.units(), norm.lanes(), norm.count());
    Norm both = (values, scale) -> Math.max(norm.of(values, scale), adjoint.of(values, scale));
    Norm all =
        (values, scale) ->
            Math.max(both.of(values, scale), rootMeanSquare(values, scale, 2 * size, whole));
    this.solver = new DormandPrinceSolver(new Backwards(whole), seminorm ? both : all, control);
  }

  private static double rootMeanSquare(double[] values, double[] scale, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double part = values[i] / scale[i];
      sum += part * part;
    }
    return Math.sqrt(sum / (to - from));
  }

  /** Evaluations of f by all gradients so far. */
  long evaluations() {
    return solver.evaluations();
  }

  /**
   * Adds the gradient with respect to the weights to {@code gradient} and returns that with respect
   * to the first state, in the front of an array that the next call overwrites.
   *
   * @param times of the outputs
   * @param outputs y at these times
   * @param outputGradients dL/dy at these times
   */
  double[] reverse(
      double[] times, double[][] outputs, double[][] outputGradients, double[] gradient) {
    Arrays.fill(state, 0);
    for (int o = times.length - 1; o >= 0; o--) {
      System.arraycopy(outputs[o], 0, state, 0, size);
      for (int i = 0; i < size; i++) {
        state[size + i] += outputGradients[o][i];
      }
      time[0] = times[o] - (o == 0 ? 0 : times[o - 1]);
      solver.solve(state, time, reached, null);
      System.arraycopy(reached[0], 0, state, 0, state.length);
    }
    for (int i = 0; i < field.parameterCount(); i++) {
      gradient[i] += state[2 * size + i];
    }
    return Arrays.copyOfRange(state, size, 2 * size);
  }

  private final class Backwards implements OdeSystem {
    private final int whole;
    private final double[] y = new double[size];
    private final double[] adjoint = new double[size];
    private final double[] slope = new double[size];

    private Backwards(int whole) {
      this.whole = whole;
    }

    @Override
    public int size() {
      return whole;
    }

    @Override
    public void slope(double[] all, double[] slopes) {
      System.arraycopy(all, 0, y, 0, size);
      System.arraycopy(all, size, adjoint, 0, size);
      field.slope(y, slope);
      for (int i = 0; i < size; i++) {
        slopes[i] = -slope[i];
      }
      Arrays.fill(slope, 0);
      field.forget();
      field.pull(y, adjoint, slope);
      System.arraycopy(slope, 0, slopes, size, size);
      Arrays.fill(slopes, 2 * size, whole, 0);
      field.gradient(slopes, 2 * size);
    }
  }
}
