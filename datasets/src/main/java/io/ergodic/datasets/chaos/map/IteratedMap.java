package io.ergodic.datasets.chaos.map;

import io.ergodic.datasets.chaos.ProcessNoise;
import io.ergodic.datasets.chaos.StochasticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.integrate.DifferentiableMap;
import io.ergodic.datasets.integrate.IntegrationException;
import io.ergodic.datasets.scale.Moments;
import io.ergodic.datasets.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** A map of the catalogue with values for its parameters and a dimension. */
public final class IteratedMap implements DifferentiableMap, StochasticSystem {
  private static final double DIVERGED = 1e12;
  private static final long NOISY_TRANSIENT = 100;

  private final ChaoticMap map;
  private final double[] parameters;
  private final int dimension;

  private IteratedMap(ChaoticMap map, double[] parameters, int dimension) {
    this.map = map;
    this.parameters = parameters;
    this.dimension = dimension;
  }

  /** A map at its standard parameters. */
  public static IteratedMap standard(ChaoticMap map) {
    return new IteratedMap(map, map.card().values(), map.card().dimension());
  }

  /**
   * Reads {@code system} (a name of the catalogue), {@code parameters} (an object with those that
   * differ from the standard) and, for maps of any size, {@code dimension}.
   */
  public static IteratedMap read(Settings settings) {
    IteratedMap standard = readStandard(settings);
    return standard.withParameters(standard.map.card().values(settings.child("parameters")));
  }

  /** The same with standard parameters. */
  static IteratedMap readStandard(Settings settings) {
    ChaoticMap map = ChaoticMap.registry().get(settings.string("system"), settings.path("system"));
    SystemCard card = map.card();
    int largest = card.extensible() ? 100_000 : card.dimension();
    int smallest = card.extensible() ? 2 : card.dimension();
    return new IteratedMap(
        map, card.values(), settings.integer("dimension", card.dimension(), smallest, largest));
  }

  public ChaoticMap map() {
    return map;
  }

  @Override
  public String name() {
    return map.name();
  }

  @Override
  public List<String> parameterNames() {
    return map.card().names();
  }

  @Override
  public double[] parameters() {
    return parameters.clone();
  }

  @Override
  public IteratedMap withParameters(double[] values) {
    return new IteratedMap(map, values.clone(), dimension);
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public void apply(double[] state, double[] next) {
    map.apply(parameters, state, next);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    Arrays.fill(jacobian, 0, dimension * dimension, 0);
    map.jacobian(parameters, state, jacobian);
  }

  /** A state in the basin of the attractor, or in the chaotic sea. */
  @Override
  public double[] start() {
    double[] start = new double[dimension];
    int given = map.card().start().size();
    for (int i = 0; i < dimension; i++) {
      // the golden ratio's multiples: no two sites of a lattice begin alike
      double shift = i / given * 0.6180339887498949;
      start[i] = map.card().start().get(i % given) + 0.1 * (shift - Math.floor(shift));
    }
    return start;
  }

  /** Largest Lyapunov exponent per iteration, where the literature's parameters are in use. */
  @Override
  public OptionalDouble exponent() {
    boolean standard =
        dimension == map.card().dimension() && Arrays.equals(parameters, map.card().values());
    return standard ? map.card().exponent() : OptionalDouble.empty();
  }

  /** One iteration. */
  @Override
  public double period() {
    return 1;
  }

  @Override
  public OptionalDouble defaultStep() {
    return OptionalDouble.of(1);
  }

  @Override
  public Map<Integer, Double> periodic() {
    return map.periodic();
  }

  @Override
  public double[] deviations() {
    double[] run = sample(start(), 1000, 1, 10_000);
    Moments moments = new Moments(dimension);
    for (int offset = 0; offset < run.length; offset += dimension) {
      moments.add(run, offset);
    }
    return moments.scaler().deviation();
  }

  @Override
  public double[] sample(double[] start, double begin, double step, int length) {
    return sample(start, (long) Math.ceil(begin), step, length, state -> {});
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
    double[] settled = sample(start, begin, 1, 1);
    return sample(
        settled,
        NOISY_TRANSIENT,
        step,
        length,
        state -> {
          for (int i = 0; i < state.length; i++) {
            state[i] += noise.amplitude() * deviations[i] * random.nextGaussian();
          }
        });
  }

  private double[] sample(
      double[] start, long from, double step, int length, Consumer<double[]> afterwards) {
    double[] values = new double[Math.multiplyExact(length, dimension)];
    double[] state = start.clone();
    double[] next = new double[dimension];
    long time = 0;
    long every = (long) step;
    for (int k = 0; k < length; k++) {
      for (long goal = from + k * every; time < goal; time++) {
        apply(state, next);
        afterwards.accept(next);
        double[] swap = state;
        state = next;
        next = swap;
        for (double value : state) {
          if (!(Math.abs(value) < DIVERGED)) {
            throw new IntegrationException("divergence", this, time + 1.0, state);
          }
        }
      }
      System.arraycopy(state, 0, values, k * dimension, dimension);
    }
    return values;
  }

  @Override
  public String toString() {
    return map.card().describe(parameters, dimension);
  }
}
