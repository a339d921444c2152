package io.ergodic.datasets.chaos;

import io.ergodic.datasets.integrate.DifferentiableField;
import io.ergodic.datasets.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** A system of the catalogue with values for its parameters and a dimension. */
public final class ChaoticFlow implements DifferentiableField, StochasticSystem {
  private final ChaoticSystem system;
  private final SystemCard card;
  private final double[] parameters;
  private final int dimension;

  private ChaoticFlow(ChaoticSystem system, double[] parameters, int dimension) {
    this.system = system;
    this.card = system.card();
    this.parameters = parameters;
    this.dimension = dimension;
  }

  /** A system at its standard parameters. */
  public static ChaoticFlow standard(ChaoticSystem system) {
    return new ChaoticFlow(system, standardParameters(system), system.card().dimension());
  }

  /** A system with other parameters, in the order of its card. */
  public static ChaoticFlow of(ChaoticSystem system, double[] parameters) {
    if (parameters.length != system.card().parameters().size()) {
      throw new IllegalArgumentException(
          system.name() + " has " + system.card().parameters().size() + " parameters");
    }
    return new ChaoticFlow(system, parameters.clone(), system.card().dimension());
  }

  /**
   * Reads {@code system} (a name of the catalogue) and, for systems of any size, {@code dimension};
   * parameters are the standard ones.
   */
  static ChaoticFlow readStandard(Settings settings) {
    ChaoticSystem system =
        ChaoticSystem.registry().get(settings.string("system"), settings.path("system"));
    SystemCard card = system.card();
    int largest = card.extensible() ? 10_000 : card.dimension();
    int dimension = settings.integer("dimension", card.dimension(), card.dimension(), largest);
    return new ChaoticFlow(system, card.values(), dimension);
  }

  /**
   * Reads {@code system} (a name of the catalogue), {@code parameters} (an object with those that
   * differ from the standard) and, for systems of any size, {@code dimension}.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException for unknown names, with the nearest
   *     known one
   */
  public static ChaoticFlow read(Settings settings) {
    ChaoticFlow standard = readStandard(settings);
    return standard.withParameters(standard.card.values(settings.child("parameters")));
  }

  public ChaoticSystem system() {
    return system;
  }

  @Override
  public String name() {
    return card.name();
  }

  @Override
  public List<String> parameterNames() {
    return card.names();
  }

  @Override
  public double[] parameters() {
    return parameters.clone();
  }

  @Override
  public ChaoticFlow withParameters(double[] values) {
    return new ChaoticFlow(system, values.clone(), dimension);
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public void derivative(double[] state, double[] derivative) {
    system.derivative(parameters, state, derivative);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    Arrays.fill(jacobian, 0, dimension * dimension, 0);
    system.jacobian(parameters, state, jacobian);
  }

  /** A state in the basin of the attractor. */
  @Override
  public double[] start() {
    List<Double> given = card.start();
    double[] start = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      // copies of one state along a ring would stay copies of one another for ever
      start[i] = given.get(i % given.size()) + 0.01 * (i / given.size());
    }
    return start;
  }

  /** Dominant period at the standard parameters. */
  @Override
  public double period() {
    return card.period();
  }

  /** Largest Lyapunov exponent per unit of time, where the literature's parameters are in use. */
  @Override
  public OptionalDouble exponent() {
    boolean standard =
        dimension == card.dimension() && Arrays.equals(parameters, standardParameters(system));
    return standard ? card.exponent() : OptionalDouble.empty();
  }

  @Override
  public String coordinate(int index) {
    List<String> names = system.coordinates();
    return names.isEmpty() ? StochasticSystem.super.coordinate(index) : names.get(index);
  }

  @Override
  public Map<Integer, Double> periodic() {
    return system.periodic(parameters);
  }

  @Override
  public double[] sample(double[] start, double begin, double step, int length) {
    return FlowSampling.sample(this, start, begin, step, length);
  }

  @Override
  public double[] deviations() {
    return FlowSampling.deviations(this);
  }

  @Override
  public double[] sample(
      double[] start,
      double begin,
      double step,
      int length,
      ProcessNoise noise,
      double[] deviations,
      RandomGenerator random) {
    return FlowSampling.sample(this, start, begin, step, length, noise, deviations, random);
  }

  private static double[] standardParameters(ChaoticSystem system) {
    return system.card().values();
  }

  @Override
  public String toString() {
    return card.describe(parameters, dimension);
  }
}
