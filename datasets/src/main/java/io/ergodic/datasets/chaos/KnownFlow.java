package io.ergodic.datasets.chaos;

import io.ergodic.datasets.settings.Settings;

/** A source of data whose trajectories are those of a flow that the settings name or hold. */
public interface KnownFlow {
  /**
   * The flow, with the parameters that the settings give it.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException when they name none
   */
  ChaoticFlow flow(Settings settings);
}
