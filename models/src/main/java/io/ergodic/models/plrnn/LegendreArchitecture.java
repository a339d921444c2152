package io.ergodic.models.plrnn;

import io.ergodic.models.kernel.LaneCell;
import io.ergodic.models.kernel.LegendreCell;
import io.ergodic.models.linear.LegendreDelay;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The Legendre memory unit (Voelker et al., NeurIPS 2019) that is fed what it shows: u = e . (x, h,
 * m); m' = F m + G u, with F and G those of {@link LegendreDelay}; h' = tanh(W (x, h, m')); x' = V
 * h' + c. The state is (x, h, m). Weights: e, W, V, c.
 *
 * @param observed variables of x
 * @param hidden units h
 * @param order coefficients m
 * @param theta length of the memory, in rows
 */
record LegendreArchitecture(int observed, int hidden, int order, double theta)
    implements Architecture {
  @Override
  public int states() {
    return observed + hidden + order;
  }

  @Override
  public boolean feedsItself() {
    return true;
  }

  @Override
  public int parameterCount() {
    return shift() + observed;
  }

  /** Where V begins. */
  int shown() {
    return states() * (1 + hidden);
  }

  /** Where c begins. */
  int shift() {
    return shown() + observed * hidden;
  }

  @Override
  public LaneCell cell() {
    LegendreDelay delay = new LegendreDelay(order, theta);
    return new LegendreCell(observed, hidden, delay.transition(), delay.input());
  }

  /**
   * As in the public code: e uniform by the number of what goes in (LeCun), that of the memory 0; W
   * normal by what goes in and comes out (Xavier), a part by itself. V uniform.
   */
  @Override
  public void initialise(float[] parameters, RandomGenerator random) {
    int states = states();
    int memory = observed + hidden;
    for (int i = 0; i < memory; i++) {
      double bound = Math.sqrt(3.0 / (i < observed ? observed : hidden));
      parameters[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    Arrays.fill(parameters, memory, states, 0);
    for (int k = 0; k < hidden; k++) {
      for (int i = 0; i < states; i++) {
        int width = i < observed ? observed : i < memory ? hidden : order;
        double deviation = Math.sqrt(2.0 / (width + hidden));
        parameters[states * (k + 1) + i] = (float) (deviation * random.nextGaussian());
      }
    }
    double bound = 1 / Math.sqrt(hidden);
    for (int i = shown(); i < shift(); i++) {
      parameters[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    Arrays.fill(parameters, shift(), parameterCount(), 0);
  }

  @Override
  public StateMap map(float[] parameters) {
    LegendreDelay delay = new LegendreDelay(order, theta);
    double[] weights = exact(parameters);
    return new LegendreMap(this, delay.transition(), delay.input(), weights);
  }
}
