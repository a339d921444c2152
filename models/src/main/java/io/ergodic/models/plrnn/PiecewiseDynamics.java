package io.ergodic.models.plrnn;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.ForwardedDynamics;
import io.ergodic.datasets.capability.PiecewiseLinear;
import java.util.function.Supplier;

/** A trained recurrent map that can be asked for its linear regions. */
final class PiecewiseDynamics implements PiecewiseLinear, ForwardedDynamics {
  private final Dynamics map;
  private final Supplier<HingeForm> source;
  private HingeForm form;

  /**
   * @param source gives the same map as a form; asked for once, when the first region is
   */
  PiecewiseDynamics(Dynamics map, Supplier<HingeForm> source) {
    this.map = map;
    this.source = source;
  }

  @Override
  public Dynamics forwarded() {
    return map;
  }

  private HingeForm form() {
    if (form == null) {
      form = source.get();
    }
    return form;
  }

  @Override
  public int gates() {
    return form().gates();
  }

  @Override
  public void region(double[] state, long[] pattern) {
    form().region(state, pattern);
  }

  @Override
  public void affine(long[] pattern, double[] matrix, double[] offset) {
    form().affine(pattern, matrix, offset);
  }
}
