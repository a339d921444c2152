package io.ergodic.models.plrnn;

import io.ergodic.models.kernel.IdentityObservation;
import io.ergodic.models.kernel.LaneObservation;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The first N states are observed; the others start as L x with a trained, Glorot-initialised L,
 * pulled to zero by {@code penalty} |L|^2, or from zero.
 */
final class IdentityModel implements ObservationModel {
  private final int states;
  private final int observed;
  private final double penalty;
  private final IdentityObservation kernel;

  IdentityModel(int states, int observed, double penalty) {
    this(states, observed, penalty, true);
  }

  /**
   * @param expansion whether states that are not observed start as L x, not from zero
   */
  IdentityModel(int states, int observed, double penalty, boolean expansion) {
    this.states = states;
    this.observed = observed;
    this.penalty = penalty;
    this.kernel = new IdentityObservation(states, observed, expansion);
  }

  @Override
  public int observed() {
    return observed;
  }

  @Override
  public int parameterCount() {
    return kernel.parameterCount();
  }

  @Override
  public LaneObservation kernel() {
    return kernel;
  }

  @Override
  public void initialise(float[] parameters, int offset, RandomGenerator random) {
    double limit = Math.sqrt(6.0 / states);
    DiagonalInitialisation.uniform(parameters, offset, offset + parameterCount(), limit, random);
  }

  @Override
  public void load(float[] parameters, int offset) {
    kernel.load(parameters, offset);
  }

  @Override
  public void addGradient(float[] parameters, float[] gradient, int offset) {
    kernel.gradient(gradient, offset);
    for (int i = offset; i < offset + parameterCount(); i++) {
      gradient[i] += (float) (2 * penalty) * parameters[i];
    }
  }

  @Override
  public Readout readout(float[] parameters, int offset) {
    double[] expansion = new double[parameterCount()];
    for (int i = 0; i < expansion.length; i++) {
      expansion[i] = parameters[offset + i];
    }
    return new Expansion(states, observed, observed + expansion.length / observed, expansion);
  }

  private record Expansion(int states, int observed, int expanded, double[] weights)
      implements Readout {
    @Override
    public void estimate(double[] observations, int from, double[] state) {
      System.arraycopy(observations, from, state, 0, observed);
      Arrays.fill(state, expanded, states, 0);
      for (int m = observed; m < expanded; m++) {
        double sum = 0;
        for (int n = 0; n < observed; n++) {
          sum += weights[(m - observed) * observed + n] * observations[from + n];
        }
        state[m] = sum;
      }
    }

    @Override
    public void observe(double[] state, double[] observation) {
      System.arraycopy(state, 0, observation, 0, observed);
    }
  }
}
