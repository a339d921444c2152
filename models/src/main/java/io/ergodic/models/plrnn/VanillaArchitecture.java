package io.ergodic.models.plrnn;

import io.ergodic.models.kernel.CentredRectified;
import io.ergodic.models.kernel.FullCell;
import io.ergodic.models.kernel.LaneCell;
import io.ergodic.models.kernel.PartlyRectified;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The piecewise-linear RNN z' = A z + W relu(z) + h with W off the diagonal (Durstewitz 2017);
 * mean-centred, relu(z - mean of z) (Brenner et al. 2022). Weights: A, W (M x (M - 1)), h.
 */
record VanillaArchitecture(int states, boolean centred) implements PiecewiseArchitecture {
  @Override
  public int parameterCount() {
    return states * (states + 1);
  }

  @Override
  public int width() {
    return states - 1;
  }

  @Override
  public int bias() {
    return states * states;
  }

  @Override
  public LaneCell cell() {
    return new FullCell(
        states, false, centred ? new CentredRectified(states) : new PartlyRectified(states, 0));
  }

  @Override
  public void initialise(float[] parameters, RandomGenerator random) {
    DiagonalInitialisation.writeBoth(parameters, states, random);
    int bias = states * states;
    Arrays.fill(parameters, bias, bias + states, 0);
  }

  @Override
  public StateMap map(float[] parameters) {
    double[] weights = FullMap.weights(parameters, states, parameterCount(), false);
    return new FullMap(states, centred, weights, new PartlyRectifiedUnit(0));
  }

  /** Gates of a centred network look at a state less the mean. */
  @Override
  public HingeForm hinges(float[] parameters) {
    double[] weights = FullMap.weights(parameters, states, parameterCount(), false);
    HingeForm form = HingeForm.ofUnits(states, weights, new double[states], states);
    for (int k = 0; k < states; k++) {
      form.hinge(k, k, 0, 1, weights);
      for (int i = 0; i < states && centred; i++) {
        form.inward()[k * states + i] -= 1.0 / states;
        form.units()[k] = -1;
      }
    }
    return form;
  }
}
