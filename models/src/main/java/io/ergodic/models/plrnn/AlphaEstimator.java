package io.ergodic.models.plrnn;

import io.ergodic.datasets.batch.Batch;

/**
 * Estimates the forcing strength max(0, 1 - 1 / kappa), kappa the largest growth of any sequence of
 * the batch, from the Jacobians at the forcing signal (Hess et al. 2023, section 3.3), or from the
 * bound that holds for all Jacobians of the map.
 */
final class AlphaEstimator {
  private final Forcing.Estimate estimate;
  private final Growth growth;
  private final double[] observation;
  private final double[] state;
  private final double[] jacobian;

  AlphaEstimator(int states, int observed, Forcing.Estimate estimate) {
    this.estimate = estimate;
    this.growth = estimate.growth(states);
    this.observation = new double[observed];
    this.state = new double[states];
    this.jacobian = new double[states * states];
  }

  /** The estimate over rows 1 to the last of all sequences. */
  double estimate(StateMap map, ObservationModel.Readout readout, Batch batch) {
    if (estimate == Forcing.Estimate.JACOBIAN_UPPER_BOUND) {
      return Math.max(0, 1 - 1 / map.bound());
    }
    double largest = 0;
    for (int s = 0; s < batch.count(); s++) {
      largest = Math.max(largest, growth(map, readout, batch, s));
    }
    return Math.max(0, 1 - 1 / largest);
  }

  private double growth(StateMap map, ObservationModel.Readout readout, Batch batch, int sequence) {
    growth.clear();
    int length = batch.shape(Batch.INPUT)[0];
    float[] values = batch.floats(Batch.INPUT);
    for (int t = 1; t < length; t++) {
      int from = (sequence * length + t) * observation.length;
      for (int n = 0; n < observation.length; n++) {
        observation[n] = values[from + n];
      }
      readout.estimate(observation, 0, state);
      map.jacobian(state, jacobian);
      growth.add(jacobian);
    }
    return growth.value();
  }
}
