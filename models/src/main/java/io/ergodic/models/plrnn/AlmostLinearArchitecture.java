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
record AlmostLinearArchitecture(int states, int rectified) implements PiecewiseArchitecture {
  private static final double WEIGHT_DEVIATION = 0.01;

  @Override
  public int parameterCount() {
    return states * (states + 2);
  }

  @Override
  public int width() {
    return states;
  }

  @Override
  public int bias() {
    return states + states * states;
  }

  @Override
  public int own(int state) {
    return states + state * (states + 1);
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
    double[] weights = FullMap.weights(parameters, states, parameterCount(), true);
    return new FullMap(states, false, weights, new PartlyRectifiedUnit(states - rectified));
  }

  @Override
  public HingeForm hinges(float[] parameters) {
    double[] weights = FullMap.weights(parameters, states, parameterCount(), true);
    double[] slope = new double[states];
    Arrays.fill(slope, 0, states - rectified, 1);
    HingeForm form = HingeForm.ofUnits(states, weights, slope, rectified);
    for (int p = 0; p < rectified; p++) {
      form.hinge(p, states - rectified + p, 0, 1, weights);
    }
    return form;
  }
}
