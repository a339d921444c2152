package io.ergodic.models.plrnn;

import io.ergodic.models.kernel.FullCell;
import io.ergodic.models.kernel.LaneCell;
import io.ergodic.models.kernel.PartlyRectified;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The almost-linear RNN z' = A z + W phi(z) + h, phi = relu on the last P units and the identity
 * elsewhere (Brenner et al. 2024): at most 2^P linear regions, whose sequence is a symbolic code.
 * Weights: A, W (M x M), h.
 */
record AlmostLinearArchitecture(int states, int rectified) implements Architecture {
  private static final double WEIGHT_DEVIATION = 0.01;

  @Override
  public int parameterCount() {
    return states * (states + 2);
  }

  @Override
  public LaneCell cell() {
    return new FullCell(states, true, new PartlyRectified(states, states - rectified));
  }

  @Override
  public void initialise(float[] parameters, RandomGenerator random) {
    DiagonalInitialisation.write(parameters, states, random);
    int bias = states + states * states;
    for (int i = states; i < bias; i++) {
      parameters[i] = (float) (WEIGHT_DEVIATION * random.nextGaussian());
    }
    Arrays.fill(parameters, bias, bias + states, 0);
  }

  @Override
  public StateMap map(float[] parameters) {
    double[] weights = new double[parameterCount()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = parameters[i];
    }
    return new Map(states, states - rectified, weights, new double[states]);
  }

  private record Map(int states, int linear, double[] weights, double[] scratch)
      implements StateMap {
    @Override
    public void step(double[] state, double[] next) {
      int bias = states + states * states;
      for (int m = 0; m < states; m++) {
        double sum = weights[m] * state[m] + weights[bias + m];
        for (int k = 0; k < states; k++) {
          sum += weights[states + m * states + k] * (k < linear ? state[k] : Math.max(0, state[k]));
        }
        scratch[m] = sum;
      }
      System.arraycopy(scratch, 0, next, 0, states);
    }

    @Override
    public void jacobian(double[] state, double[] jacobian) {
      for (int m = 0; m < states; m++) {
        for (int k = 0; k < states; k++) {
          boolean open = k < linear || state[k] > 0;
          jacobian[m * states + k] =
              (open ? weights[states + m * states + k] : 0) + (m == k ? weights[m] : 0);
        }
      }
    }
  }
}
