package io.ergodic.models.continuous;

/**
 * Loss and penalty of a batch for steps of given lengths, one sequence at a time and from the
 * equations: the twin the gradients are tested against.
 */
final class ScalarSolution {
  private final int[] widths;
  private final StepTape tape;
  private final double[] times;
  private final StepControl control;
  private final double[][][] stages;
  private final double[][][] slopes;

  /** For the lengths of the steps of a tape. */
  ScalarSolution(int[] widths, StepTape tape, double[] times, StepControl control, int count) {
    this.widths = widths;
    this.tape = tape;
    this.times = times;
    this.control = control;
    this.stages = new double[count][Tableau.STAGES][widths[0]];
    this.slopes = new double[count][Tableau.STAGES][widths[0]];
  }

  /** f(y) of tanh units with weights in canonical order. */
  static void field(int[] widths, double[] weights, double[] y, double[] slope) {
    double[] x = y;
    int at = 0;
    for (int k = 0; k < widths.length - 1; k++) {
      double[] next = new double[widths[k + 1]];
      for (int o = 0; o < next.length; o++) {
        next[o] = weights[at + widths[k] * next.length + o];
        for (int i = 0; i < x.length; i++) {
          next[o] += weights[at + o * widths[k] + i] * x[i];
        }
        next[o] = k < widths.length - 2 ? Math.tanh(next[o]) : next[o];
      }
      at += (widths[k] + 1) * next.length;
      x = next;
    }
    System.arraycopy(x, 0, slope, 0, x.length);
  }

  /** The mean squared error plus the weighted penalty. */
  double loss(
      double[] weights,
      double[][] starts,
      double[][][] targets,
      SolverPenalty.Form form,
      double weight) {
    int count = starts.length;
    int observed = targets[0][0].length;
    double[][] state = new double[count][];
    for (int b = 0; b < count; b++) {
      state[b] = starts[b].clone();
    }
    double sum = 0;
    double penalty = 0;
    double stiffest = 0;
    double began = 0;
    for (int n = 0; n < tape.count(); n++) {
      double h = tape.step(n).length;
      for (int b = 0; b < count; b++) {
        advance(weights, state[b], h, stages[b], slopes[b]);
      }
      for (int k = 0; k < times.length; k++) {
        double part = (times[k] - began) / h;
        if (part > 0 && part <= 1 + 1e-12) {
          for (int b = 0; b < count; b++) {
            sum += squares(state[b], h, Math.min(1, part), slopes[b], targets[b][k]);
          }
        }
      }
      double stiffness = Math.sqrt(eigenvalueSquared(count)) / Tableau.STABILITY;
      double error = error(h, count);
      stiffest = Math.max(stiffest, stiffness);
      penalty += (form.error() ? error * h : 0) + 0.1 * (form.stiffness() ? stiffness : 0);
      for (int b = 0; b < count; b++) {
        state[b] = stages[b][6].clone();
      }
      began += h;
    }
    double value = form == SolverPenalty.Form.STIFFNESS ? stiffest : penalty / tape.count();
    return sum / ((double) count * times.length * observed) + weight * value;
  }

  private void advance(double[] weights, double[] start, double h, double[][] g, double[][] k) {
    for (int s = 0; s < Tableau.STAGES; s++) {
      for (int m = 0; m < start.length; m++) {
        g[s][m] = start[m];
        for (int j = 0; j < s; j++) {
          g[s][m] += h * Tableau.A[s][j] * k[j][m];
        }
      }
      field(widths, weights, g[s], k[s]);
    }
  }

  private static double squares(
      double[] start, double h, double part, double[][] k, double[] target) {
    double[] w = new double[Tableau.STAGES];
    Tableau.interpolate(part, w);
    double sum = 0;
    for (int m = 0; m < target.length; m++) {
      double y = start[m];
      for (int j = 0; j < Tableau.STAGES; j++) {
        y += h * w[j] * k[j][m];
      }
      sum += (y - target[m]) * (y - target[m]);
    }
    return sum;
  }

  private double error(double h, int count) {
    double sum = 0;
    for (int b = 0; b < count; b++) {
      for (int m = 0; m < widths[0]; m++) {
        double e = 0;
        for (int j = 0; j < Tableau.STAGES; j++) {
          e += h * Tableau.ERROR[j] * slopes[b][j][m];
        }
        double larger = Math.max(Math.abs(stages[b][0][m]), Math.abs(stages[b][6][m]));
        double part = e / (control.absolute() + control.relative() * larger);
        sum += part * part;
      }
    }
    return Math.sqrt(sum / (count * widths[0]));
  }

  private double eigenvalueSquared(int count) {
    double above = 0;
    double below = 0;
    for (int b = 0; b < count; b++) {
      for (int m = 0; m < widths[0]; m++) {
        above += Math.pow(slopes[b][6][m] - slopes[b][5][m], 2);
        below += Math.pow(stages[b][6][m] - stages[b][5][m], 2);
      }
    }
    return above / below;
  }
}
