package io.ergodic.models.plrnn;

import java.util.Arrays;

/**
 * The form all maps of this package have, F(z) = A z + h + sum over gates g of u_g relu(v_g z -
 * t_g), in double precision. A gate is open where v_g z exceeds t_g; between all gates F is affine.
 *
 * @param states M
 * @param linear A, M x M row-major
 * @param bias h, M values
 * @param outward u, G x M: what an open gate adds
 * @param inward v, G x M: what a gate looks at
 * @param thresholds t, G values
 * @param units the one state that a gate looks at, with weight 1; -1 where it looks at several
 */
record HingeForm(
    int states,
    double[] linear,
    double[] bias,
    double[] outward,
    double[] inward,
    double[] thresholds,
    int[] units) {

  /** A form whose weights are all 0, to be filled in. */
  static HingeForm of(int states, int gates) {
    int[] units = new int[gates];
    Arrays.fill(units, -1);
    return new HingeForm(
        states,
        new double[states * states],
        new double[states],
        new double[gates * states],
        new double[gates * states],
        new double[gates],
        units);
  }

  /**
   * z' = A z + W phi(z) + h with phi of each unit by itself: phi(z) = slope z + sum of c relu(z -
   * t). Hinges are added with {@link #hinge}.
   *
   * @param weights A (M), W (M x M), h (M)
   * @param slope of phi below all hinges, unit by unit
   */
  static HingeForm ofUnits(int states, double[] weights, double[] slope, int gates) {
    HingeForm form = of(states, gates);
    for (int m = 0; m < states; m++) {
      for (int k = 0; k < states; k++) {
        form.linear[m * states + k] = weights[states + m * states + k] * slope[k];
      }
      form.linear[m * states + m] += weights[m];
      form.bias[m] = weights[states + states * states + m];
    }
    return form;
  }

  /**
   * Makes a gate the hinge of a unit: where its state passes {@code threshold}, phi becomes steeper
   * by {@code change}.
   */
  void hinge(int gate, int unit, double threshold, double change, double[] weights) {
    for (int m = 0; m < states; m++) {
      outward[gate * states + m] = weights[states + m * states + unit] * change;
    }
    inward[gate * states + unit] = 1;
    units[gate] = unit;
    thresholds[gate] = threshold;
  }

  int gates() {
    return thresholds.length;
  }

  void region(double[] state, long[] pattern) {
    Arrays.fill(pattern, 0);
    for (int g = 0; g < thresholds.length; g++) {
      double seen = units[g] < 0 ? seen(g, state) : state[units[g]];
      if (seen > thresholds[g]) {
        pattern[g >> 6] |= 1L << g;
      }
    }
  }

  private double seen(int gate, double[] state) {
    double sum = 0;
    for (int k = 0; k < states; k++) {
      sum += inward[gate * states + k] * state[k];
    }
    return sum;
  }

  void affine(long[] pattern, double[] matrix, double[] offset) {
    System.arraycopy(linear, 0, matrix, 0, linear.length);
    System.arraycopy(bias, 0, offset, 0, states);
    for (int g = 0; g < thresholds.length; g++) {
      if ((pattern[g >> 6] >>> g & 1) == 0) {
        continue;
      }
      for (int m = 0; m < states; m++) {
        double out = outward[g * states + m];
        offset[m] -= out * thresholds[g];
        if (units[g] >= 0) {
          matrix[m * states + units[g]] += out;
          continue;
        }
        for (int k = 0; k < states; k++) {
          matrix[m * states + k] += out * inward[g * states + k];
        }
      }
    }
  }
}
