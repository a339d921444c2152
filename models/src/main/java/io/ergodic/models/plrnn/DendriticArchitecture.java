package io.ergodic.models.plrnn;

import io.ergodic.models.kernel.Dendritic;
import io.ergodic.models.kernel.FullCell;
import io.ergodic.models.kernel.LaneCell;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The dendritic PLRNN z' = A z + W sum over b of a_b relu(z - H_b) + h with W off the diagonal
 * (Brenner et al. 2022); clipped, a_b [relu(z - H_b) - relu(z)]. Weights: A, W (M x (M - 1)), h, a
 * (B), H (M x B).
 *
 * @param low the thresholds H begin uniformly between it and {@code high}; NaN for standard normal
 */
record DendriticArchitecture(int states, int bases, boolean clipped, double low, double high)
    implements PiecewiseArchitecture {
  DendriticArchitecture(int states, int bases, boolean clipped) {
    this(states, bases, clipped, Double.NaN, Double.NaN);
  }

  @Override
  public int parameterCount() {
    return states * (states + 1) + bases + states * bases;
  }

  @Override
  public int width() {
    return states - 1;
  }

  @Override
  public int bias() {
    return states * states;
  }

  /** All but the thresholds. */
  @Override
  public int penalised() {
    return parameterCount() - states * bases;
  }

  @Override
  public LaneCell cell() {
    return new FullCell(states, false, new Dendritic(states, bases, clipped));
  }

  @Override
  public Architecture within(double from, double to) {
    return new DendriticArchitecture(states, bases, clipped, from, to);
  }

  @Override
  public void initialise(float[] parameters, RandomGenerator random) {
    DiagonalInitialisation.writeBoth(parameters, states, random);
    int bias = states * states;
    int slopes = bias + states;
    int thresholds = slopes + bases;
    Arrays.fill(parameters, bias, slopes, 0);
    DiagonalInitialisation.uniform(parameters, slopes, thresholds, 1 / Math.sqrt(bases), random);
    for (int i = thresholds; i < parameterCount(); i++) {
      parameters[i] =
          (float)
              (Double.isNaN(low)
                  ? random.nextGaussian()
                  : low + (high - low) * random.nextDouble());
    }
  }

  @Override
  public StateMap map(float[] parameters) {
    double[] weights = FullMap.weights(parameters, states, parameterCount(), false);
    return new FullMap(states, false, weights, new Branches(states, bases, clipped, weights));
  }

  /** A clipped unit has one more hinge, at 0, that takes back what the others add. */
  @Override
  public HingeForm hinges(float[] parameters) {
    double[] weights = FullMap.weights(parameters, states, parameterCount(), false);
    int each = bases + (clipped ? 1 : 0);
    int slopes = states * (states + 2);
    HingeForm form = HingeForm.ofUnits(states, weights, new double[states], states * each);
    for (int k = 0; k < states; k++) {
      double all = 0;
      for (int b = 0; b < bases; b++) {
        double threshold = weights[slopes + bases + k * bases + b];
        form.hinge(k * each + b, k, threshold, weights[slopes + b], weights);
        all += weights[slopes + b];
      }
      if (clipped) {
        form.hinge(k * each + bases, k, 0, -all, weights);
      }
    }
    return form;
  }

  private record Branches(int states, int bases, boolean clipped, double[] weights)
      implements FullMap.Unit {
    @Override
    public double value(int unit, double z) {
      int slopes = states * (states + 2);
      int thresholds = slopes + bases + unit * bases;
      double sum = 0;
      for (int b = 0; b < bases; b++) {
        double ground = clipped ? Math.max(0, z) : 0;
        sum += weights[slopes + b] * (Math.max(0, z - weights[thresholds + b]) - ground);
      }
      return sum;
    }

    @Override
    public double slope(int unit, double z) {
      int slopes = states * (states + 2);
      int thresholds = slopes + bases + unit * bases;
      double sum = 0;
      for (int b = 0; b < bases; b++) {
        int open = (z > weights[thresholds + b] ? 1 : 0) - (clipped && z > 0 ? 1 : 0);
        sum += weights[slopes + b] * open;
      }
      return sum;
    }

    @Override
    public double steepest() {
      double sum = 0;
      for (int b = 0; b < bases; b++) {
        sum += Math.abs(weights[states * (states + 2) + b]);
      }
      return sum;
    }
  }
}
