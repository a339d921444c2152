package io.ergodic.models.plrnn;

import io.ergodic.datasets.capability.ForwardedDynamics;
import io.ergodic.datasets.capability.TangentDynamics;

/** A trained map of many states. */
record TangentMapDynamics(TangentMap map, PlrnnDynamics forwarded)
    implements TangentDynamics, ForwardedDynamics {
  @Override
  public void push(double[] state, double[] tangent, double[] image) {
    map.push(state, tangent, image);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    map.jacobian(state, jacobian);
  }
}
