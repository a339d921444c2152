package io.ergodic.models.plrnn;

import java.util.Arrays;

/**
 * z' = A z + W phi(z) + h in double precision, phi unit by unit or of all units less their mean.
 * Weights: A (M), W (M x M), h (M), those of phi.
 */
final class FullMap implements StateMap {
  /** What a unit passes on. */
  interface Unit {
    double value(int unit, double z);

    /** Its derivative. */
    double slope(int unit, double z);

    /** No slope is steeper, in magnitude. */
    double steepest();
  }

  private final int states;
  private final boolean centred;
  private final double[] weights;
  private final Unit unit;
  private final double[] passed;
  private final double[] slopes;
  private final double[] scratch;

  /**
   * @param centred whether phi sees the states less their mean
   */
  FullMap(int states, boolean centred, double[] weights, Unit unit) {
    this.states = states;
    this.centred = centred;
    this.weights = weights;
    this.unit = unit;
    this.passed = new double[states];
    this.slopes = new double[states];
    this.scratch = new double[states];
  }

  /**
   * The first {@code count} parameters as weights, a diagonal of zeros put into W where units have
   * no weights on themselves.
   */
  static double[] weights(float[] parameters, int states, int count, boolean onThemselves) {
    double[] weights = new double[onThemselves ? count : count + states];
    int at = 0;
    for (int i = 0; i < weights.length; i++) {
      int entry = i - states;
      boolean diagonal = entry >= 0 && entry < states * states && entry % (states + 1) == 0;
      weights[i] = diagonal && !onThemselves ? 0 : parameters[at++];
    }
    return weights;
  }

  private double mean(double[] values) {
    double sum = 0;
    for (int m = 0; m < states && centred; m++) {
      sum += values[m];
    }
    return sum / states;
  }

  @Override
  public void step(double[] state, double[] next) {
    double mean = mean(state);
    for (int k = 0; k < states; k++) {
      passed[k] = unit.value(k, state[k] - mean);
    }
    int bias = states + states * states;
    for (int m = 0; m < states; m++) {
      double sum = weights[m] * state[m] + weights[bias + m];
      for (int k = 0; k < states; k++) {
        sum += weights[states + m * states + k] * passed[k];
      }
      scratch[m] = sum;
    }
    System.arraycopy(scratch, 0, next, 0, states);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    double mean = mean(state);
    for (int k = 0; k < states; k++) {
      slopes[k] = unit.slope(k, state[k] - mean);
    }
    Arrays.fill(jacobian, 0);
    for (int m = 0; m < states; m++) {
      double all = 0;
      for (int k = 0; k < states; k++) {
        double through = weights[states + m * states + k] * slopes[k];
        jacobian[m * states + k] = through;
        all += through;
      }
      for (int k = 0; k < states && centred; k++) {
        jacobian[m * states + k] -= all / states;
      }
      jacobian[m * states + m] += weights[m];
    }
  }

  /** Taking off the mean has norm 1. */
  @Override
  public double bound() {
    double diagonal = 0;
    for (int m = 0; m < states; m++) {
      diagonal = Math.max(diagonal, Math.abs(weights[m]));
    }
    return diagonal + SpectralNorm.of(weights, states, states, states, states, 1) * unit.steepest();
  }
}
