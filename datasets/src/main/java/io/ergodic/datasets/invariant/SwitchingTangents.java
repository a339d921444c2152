package io.ergodic.datasets.invariant;

import io.ergodic.datasets.integrate.Switching;
import io.ergodic.datasets.integrate.SwitchingTrajectory;
import io.ergodic.datasets.integrate.Tolerance;

/** The tangent dynamics of a flow that jumps at a plane, with saltation matrices at the plane. */
public final class SwitchingTangents implements TangentSystem {
  private final Switching field;
  private final double interval;
  private final Tolerance tolerance;
  private final boolean slides;
  private final int n;
  private SwitchingTrajectory trajectory;
  private double[] extended = new double[0];

  /**
   * @param interval time of one call of {@link #advance}
   * @param slides whether orbits slide along the plane: then one exponent is minus infinity, and
   *     the others are computed
   */
  public SwitchingTangents(Switching field, double interval, Tolerance tolerance, boolean slides) {
    this.field = field;
    this.interval = interval;
    this.tolerance = tolerance;
    this.slides = slides;
    this.n = field.dimension();
  }

  @Override
  public int dimension() {
    return n;
  }

  @Override
  public double interval() {
    return interval;
  }

  @Override
  public int exponents() {
    return slides ? n - 1 : n;
  }

  @Override
  public void advance(double[] state, TangentFrame frame) {
    int vectors = frame.vectors();
    boolean other = trajectory == null || trajectory.vectors() != vectors;
    if (other) {
      trajectory = new SwitchingTrajectory(field, tolerance, vectors);
      extended = new double[trajectory.size()];
    }
    boolean moved = other;
    for (int i = 0; i < n; i++) {
      moved |= extended[i] != state[i];
    }
    double[] values = frame.values();
    System.arraycopy(state, 0, extended, 0, n);
    System.arraycopy(values, 0, extended, n, values.length);
    extended[extended.length - 1] = 0;
    if (moved) {
      trajectory.start(extended);
    } else {
      trajectory.resume(extended);
    }
    trajectory.advance(interval);
    System.arraycopy(trajectory.state(), 0, extended, 0, extended.length);
    System.arraycopy(extended, 0, state, 0, n);
    System.arraycopy(extended, n, values, 0, values.length);
    if (vectors > 0) {
      frame.addDivergence(extended[extended.length - 1]);
    }
  }

  @Override
  public String toString() {
    return field.toString();
  }
}
