package io.ergodic.models.plrnn;

import io.ergodic.datasets.batch.Batch;
import java.util.Arrays;

/**
 * Estimates the forcing strength max(0, 1 - 1 / kappa), kappa the largest growth of any sequence of
 * the batch, from the Jacobians at the forcing signal (Hess et al. 2023, section 3.3).
 */
final class AlphaEstimator {
  private final int states;
  private final Forcing.Estimate estimate;
  private final SpectralNorm norm;
  private final double[] observation;
  private final double[] state;
  private final double[] jacobian;
  private final double[] mean;

  AlphaEstimator(int states, int observed, Forcing.Estimate estimate) {
    this.states = states;
    this.estimate = estimate;
    this.norm = new SpectralNorm(states);
    this.observation = new double[observed];
    this.state = new double[states];
    this.jacobian = new double[states * states];
    this.mean = new double[states * states];
  }

  /** The estimate over rows 1 to the last of all sequences. */
  double estimate(StateMap map, ObservationModel.Readout readout, Batch batch) {
    double growth = 0;
    for (int s = 0; s < batch.count(); s++) {
      growth = Math.max(growth, growth(map, readout, batch, s));
    }
    return Math.max(0, 1 - 1 / growth);
  }

  private double growth(StateMap map, ObservationModel.Readout readout, Batch batch, int sequence) {
    Arrays.fill(mean, 0);
    double logarithms = 0;
    int length = batch.shape(Batch.INPUT)[0];
    float[] values = batch.floats(Batch.INPUT);
    int terms = length - 1;
    for (int t = 1; t <= terms; t++) {
      int from = (sequence * length + t) * observation.length;
      for (int n = 0; n < observation.length; n++) {
        observation[n] = values[from + n];
      }
      readout.estimate(observation, 0, state);
      map.jacobian(state, jacobian);
      if (estimate == Forcing.Estimate.PRODUCT_UPPER_BOUND) {
        logarithms += Math.log(norm.of(jacobian));
      } else {
        for (int i = 0; i < states * states; i++) {
          mean[i] += jacobian[i] / terms;
        }
      }
    }
    return estimate == Forcing.Estimate.PRODUCT_UPPER_BOUND
        ? Math.exp(logarithms / terms)
        : norm.of(mean);
  }
}
