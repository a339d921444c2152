package io.ergodic.datasets.chaos;

import io.ergodic.datasets.integrate.DifferentiableField;
import io.ergodic.datasets.integrate.Switching;
import java.util.Arrays;
import java.util.Optional;

/** A flow of the catalogue that jumps, as two smooth fields and the plane between them. */
public final class SwitchingFlow implements Switching {
  private final ChaoticFlow flow;
  private final SwitchingSystem system;
  private final double[] parameters;
  private final double[] normal;

  private SwitchingFlow(ChaoticFlow flow, SwitchingSystem system) {
    this.flow = flow;
    this.system = system;
    this.parameters = flow.parameters();
    this.normal = new double[flow.dimension()];
    normal[system.switchingCoordinate()] = 1;
  }

  /** Empty for a flow that does not jump. */
  public static Optional<SwitchingFlow> of(ChaoticFlow flow) {
    return flow.system() instanceof SwitchingSystem system
        ? Optional.of(new SwitchingFlow(flow, system))
        : Optional.empty();
  }

  /** Whether orbits slide along the plane. */
  public boolean slides() {
    return system.slides();
  }

  @Override
  public int dimension() {
    return flow.dimension();
  }

  @Override
  public double[] normal() {
    return normal;
  }

  @Override
  public double offset() {
    return system.switchingLevel(parameters);
  }

  @Override
  public DifferentiableField side(boolean positive) {
    return new Side(positive);
  }

  @Override
  public String toString() {
    return flow.toString();
  }

  private final class Side implements DifferentiableField {
    private final boolean above;

    Side(boolean above) {
      this.above = above;
    }

    @Override
    public int dimension() {
      return flow.dimension();
    }

    @Override
    public void derivative(double[] state, double[] derivative) {
      system.derivative(parameters, above, state, derivative);
    }

    @Override
    public void jacobian(double[] state, double[] jacobian) {
      Arrays.fill(jacobian, 0);
      system.jacobian(parameters, above, state, jacobian);
    }

    @Override
    public String toString() {
      return flow.toString();
    }
  }
}
