package io.ergodic.datasets.chaos.delay;

import io.ergodic.datasets.chaos.SampledSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.integrate.DelayField;
import io.ergodic.datasets.integrate.DelayTrajectory;
import io.ergodic.datasets.integrate.IntegrationException;
import io.ergodic.datasets.integrate.Tolerance;
import io.ergodic.datasets.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** A delay equation of the catalogue with values for its parameters. */
public final class DelayEquation implements DelayField, SampledSystem {
  private final DelaySystem system;
  private final double[] parameters;

  private DelayEquation(DelaySystem system, double[] parameters) {
    this.system = system;
    this.parameters = parameters;
  }

  /** A delay equation at its standard parameters. */
  public static DelayEquation standard(DelaySystem system) {
    return new DelayEquation(system, system.card().values());
  }

  /** Reads {@code system} (a name of the catalogue); parameters are the standard ones. */
  static DelayEquation readStandard(Settings settings) {
    return standard(DelaySystem.registry().get(settings.string("system"), settings.path("system")));
  }

  /** Reads {@code system} (a name of the catalogue) and {@code parameters}. */
  public static DelayEquation read(Settings settings) {
    DelaySystem system = readStandard(settings).system;
    Settings given = settings.child("parameters");
    double[] values = system.card().values(given);
    if (!(values[values.length - 1] > 0)) {
      throw given.error("tau", "must be positive, not " + values[values.length - 1]);
    }
    return new DelayEquation(system, values);
  }

  public DelaySystem system() {
    return system;
  }

  @Override
  public String name() {
    return system.name();
  }

  @Override
  public List<String> parameterNames() {
    return system.card().names();
  }

  @Override
  public double[] parameters() {
    return parameters.clone();
  }

  @Override
  public DelayEquation withParameters(double[] values) {
    DelayEquation changed = new DelayEquation(system, values.clone());
    if (!(changed.delay() > 0)) {
      throw new IntegrationException("delay that is not positive", changed, 0, start());
    }
    return changed;
  }

  @Override
  public int dimension() {
    return 1;
  }

  @Override
  public double delay() {
    return parameters[parameters.length - 1];
  }

  @Override
  public void derivative(double[] state, double[] delayed, double[] derivative) {
    derivative[0] = system.derivative(parameters, state[0], delayed[0]);
  }

  @Override
  public void jacobians(double[] state, double[] delayed, double[] present, double[] past) {
    present[0] = system.present(parameters, state[0], delayed[0]);
    past[0] = system.past(parameters, state[0], delayed[0]);
  }

  /** The constant past that leads to the attractor. */
  @Override
  public double[] start() {
    return new double[] {system.card().start().get(0)};
  }

  /** Dominant period at the standard parameters. */
  @Override
  public double period() {
    return system.card().period();
  }

  /** Largest Lyapunov exponent per unit of time, at the standard parameters. */
  @Override
  public OptionalDouble exponent() {
    SystemCard card = system.card();
    return Arrays.equals(parameters, card.values()) ? card.exponent() : OptionalDouble.empty();
  }

  @Override
  public double[] sample(double[] start, double begin, double step, int length) {
    double[] values = new double[length];
    DelayTrajectory trajectory = new DelayTrajectory(this, Tolerance.DEFAULT, start);
    for (int k = 0; k < length; k++) {
      trajectory.at(begin + k * step, values, k);
    }
    return values;
  }

  @Override
  public String toString() {
    return system.card().describe(parameters, 1);
  }
}
