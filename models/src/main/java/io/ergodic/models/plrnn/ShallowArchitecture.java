package io.ergodic.models.plrnn;

import io.ergodic.models.kernel.ClippedShallowCell;
import io.ergodic.models.kernel.LaneCell;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The clipped shallow PLRNN z' = A z + W1 [relu(W2 z + h2) - relu(W2 z)] + h1 (Hess et al. 2023,
 * section 3). Its orbits are bounded as long as |A| is below 1. Weights: A, W1 (M x H), W2 (H x M),
 * h1, h2.
 *
 * @param spread the thresholds h2 begin uniformly within so many lengths of a unit's weights to
 *     either side, which sets the second kink of a unit anywhere in data of deviation 1; 0 for the
 *     published 1 / sqrt(H), with all kinks near the origin
 */
record ShallowArchitecture(int states, int hidden, double spread) implements PiecewiseArchitecture {
  ShallowArchitecture(int states, int hidden) {
    this(states, hidden, 0);
  }

  @Override
  public int parameterCount() {
    return 2 * states + 2 * states * hidden + hidden;
  }

  @Override
  public int width() {
    return hidden;
  }

  @Override
  public int bias() {
    return states + 2 * states * hidden;
  }

  @Override
  public LaneCell cell() {
    return new ClippedShallowCell(states, hidden);
  }

  @Override
  public void initialise(float[] parameters, RandomGenerator random) {
    int w1 = states;
    int w2 = w1 + states * hidden;
    int h1 = w2 + states * hidden;
    int h2 = h1 + states;
    DiagonalInitialisation.write(parameters, states, random);
    DiagonalInitialisation.uniform(parameters, w1, w2, 1 / Math.sqrt(hidden), random);
    DiagonalInitialisation.uniform(parameters, w2, h1, 1 / Math.sqrt(states), random);
    Arrays.fill(parameters, h1, h2, 0);
    DiagonalInitialisation.uniform(
        parameters, h2, h2 + hidden, spread > 0 ? spread : 1 / Math.sqrt(hidden), random);
    for (int i = 0; i < hidden && spread > 0; i++) {
      double squares = 0;
      for (int m = 0; m < states; m++) {
        double weight = parameters[w2 + i * states + m];
        squares += weight * weight;
      }
      parameters[h2 + i] *= (float) Math.sqrt(squares);
    }
  }

  @Override
  public StateMap map(float[] parameters) {
    double[] weights = exact(parameters);
    return new Map(states, hidden, weights, new double[states]);
  }

  /** Two gates a hidden unit: where it opens, and where its clipping takes that back. */
  @Override
  public HingeForm hinges(float[] parameters) {
    HingeForm form = HingeForm.of(states, 2 * hidden);
    int w1 = states;
    int w2 = w1 + states * hidden;
    int h1 = w2 + states * hidden;
    int h2 = h1 + states;
    for (int m = 0; m < states; m++) {
      form.linear()[m * states + m] = parameters[m];
      form.bias()[m] = parameters[h1 + m];
    }
    for (int i = 0; i < hidden; i++) {
      form.thresholds()[2 * i] = -parameters[h2 + i];
      for (int m = 0; m < states; m++) {
        form.outward()[2 * i * states + m] = parameters[w1 + m * hidden + i];
        form.outward()[(2 * i + 1) * states + m] = -parameters[w1 + m * hidden + i];
        form.inward()[2 * i * states + m] = parameters[w2 + i * states + m];
        form.inward()[(2 * i + 1) * states + m] = parameters[w2 + i * states + m];
      }
    }
    return form;
  }

  private record Map(int states, int hidden, double[] weights, double[] scratch)
      implements StateMap {
    @Override
    public void step(double[] state, double[] next) {
      int w1 = states;
      int h1 = w1 + 2 * states * hidden;
      int h2 = h1 + states;
      for (int m = 0; m < states; m++) {
        scratch[m] = weights[m] * state[m] + weights[h1 + m];
      }
      for (int i = 0; i < hidden; i++) {
        double input = input(i, state);
        double activation = Math.max(0, input + weights[h2 + i]) - Math.max(0, input);
        if (activation != 0) {
          for (int m = 0; m < states; m++) {
            scratch[m] += weights[w1 + m * hidden + i] * activation;
          }
        }
      }
      System.arraycopy(scratch, 0, next, 0, states);
    }

    @Override
    public void jacobian(double[] state, double[] jacobian) {
      int w1 = states;
      int w2 = w1 + states * hidden;
      int h2 = w2 + states * hidden + states;
      Arrays.fill(jacobian, 0);
      for (int m = 0; m < states; m++) {
        jacobian[m * states + m] = weights[m];
      }
      for (int i = 0; i < hidden; i++) {
        double input = input(i, state);
        int slope = (input + weights[h2 + i] > 0 ? 1 : 0) - (input > 0 ? 1 : 0);
        if (slope != 0) {
          for (int m = 0; m < states; m++) {
            double outward = slope * weights[w1 + m * hidden + i];
            for (int k = 0; k < states; k++) {
              jacobian[m * states + k] += outward * weights[w2 + i * states + k];
            }
          }
        }
      }
    }

    @Override
    public double bound() {
      int w1 = states;
      int w2 = w1 + states * hidden;
      double diagonal = 0;
      for (int m = 0; m < states; m++) {
        diagonal = Math.max(diagonal, Math.abs(weights[m]));
      }
      return diagonal
          + SpectralNorm.of(weights, w1, hidden, states, 1, hidden)
              * SpectralNorm.of(weights, w2, hidden, states, states, 1);
    }

    private double input(int unit, double[] state) {
      int row = states + states * hidden + unit * states;
      double sum = 0;
      for (int k = 0; k < states; k++) {
        sum += weights[row + k] * state[k];
      }
      return sum;
    }
  }
}
