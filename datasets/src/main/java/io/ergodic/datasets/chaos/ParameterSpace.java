package io.ergodic.datasets.chaos;

import io.ergodic.datasets.settings.NearestName;
import io.ergodic.datasets.settings.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Which values the parameters of a dataset's trajectories take. Each key of {@code parameters} may
 * be
 *
 * <ul>
 *   <li>a number, instead of the standard value;
 *   <li>a list, or {@code { from, to, count, scale }} ({@code linear} or {@code logarithmic}): a
 *       sweep; several sweeps make a grid, the last one named in the card running fastest;
 *   <li>{@code { uniform = [low, high] }}, {@code { normal = [mean, deviation] }} or {@code {
 *       jitter = share }}: drawn anew for every trajectory; jitter is a normal draw about the
 *       standard value with that share of it as deviation.
 * </ul>
 *
 * <p>{@code parameterJitter} (0) draws all parameters so that are not named.
 */
public final class ParameterSpace {
  private static final double LARGEST = 1e9;
  private static final int MOST_POINTS = 1_000_000;

  private enum Law {
    UNIFORM,
    NORMAL
  }

  private record Sweep(int parameter, double[] values) {}

  private record Draw(int parameter, Law law, double first, double second) {
    double value(RandomGenerator random) {
      return law == Law.UNIFORM
          ? first + (second - first) * random.nextDouble()
          : first + second * random.nextGaussian();
    }
  }

  private final List<String> names;
  private final double[] base;
  private final List<Sweep> sweeps = new ArrayList<>();
  private final List<Draw> draws = new ArrayList<>();

  private ParameterSpace(List<String> names, double[] base) {
    this.names = names;
    this.base = base;
  }

  /**
   * Reads {@code parameters} and {@code parameterJitter}.
   *
   * @param system at its standard parameters
   * @throws io.ergodic.datasets.settings.InvalidInputException for an unknown parameter, with the
   *     system and its parameters
   */
  public static ParameterSpace read(Settings settings, SampledSystem system) {
    List<String> names = system.parameterNames();
    ParameterSpace space = new ParameterSpace(names, system.parameters());
    Settings given = settings.child("parameters");
    for (String key : given.keys()) {
      if (!names.contains(key)) {
        throw given.error(
            key, "no parameter of " + system.name() + "; " + NearestName.hint(key, names));
      }
    }
    double jitter = settings.number("parameterJitter", 0, 0, 10);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (given.has(name)) {
        space.read(given, i);
      } else if (jitter > 0 && space.base[i] != 0) {
        space.draws.add(jitter(i, space.base[i], jitter));
      }
    }
    if (space.points() > MOST_POINTS) {
      throw settings.error("parameters", "a grid of " + space.points() + " points is too large");
    }
    return space;
  }

  private void read(Settings given, int parameter) {
    String name = names.get(parameter);
    if (!given.isObject(name)) {
      double[] values = given.numbers(name);
      if (values.length == 0) {
        throw given.error(name, "names no value");
      }
      if (values.length == 1 && given.hasList(name)) {
        throw given.error(name, "a sweep has two values or more; write " + values[0] + " alone");
      }
      for (double value : values) {
        if (Math.abs(value) > LARGEST) {
          throw given.error(name, "must lie in [" + -LARGEST + ", " + LARGEST + "], not " + value);
        }
      }
      sweep(parameter, values);
      return;
    }
    Settings how = given.child(name);
    if (how.has("from")) {
      sweep(parameter, steps(how));
    } else if (how.has("uniform")) {
      double[] ends = two(how, "uniform", "low, high");
      if (!(ends[0] < ends[1])) {
        throw how.error("uniform", "the first must be below the second");
      }
      draws.add(new Draw(parameter, Law.UNIFORM, ends[0], ends[1]));
    } else if (how.has("normal")) {
      double[] law = two(how, "normal", "mean, deviation");
      draws.add(new Draw(parameter, Law.NORMAL, law[0], Math.abs(law[1])));
    } else if (how.has("jitter")) {
      draws.add(jitter(parameter, base[parameter], how.number("jitter", 0, 10)));
    } else {
      throw given.error(name, "must be a number, a list, or hold from, uniform, normal or jitter");
    }
    how.rejectUnknown();
  }

  private static Draw jitter(int parameter, double standard, double share) {
    return new Draw(parameter, Law.NORMAL, standard, share * Math.abs(standard));
  }

  private static double[] two(Settings how, String key, String meaning) {
    double[] values = how.numbers(key);
    if (values.length != 2) {
      throw how.error(key, "must be two numbers: " + meaning);
    }
    return values;
  }

  private static double[] steps(Settings how) {
    double from = how.number("from", -LARGEST, LARGEST);
    double to = how.number("to", -LARGEST, LARGEST);
    double[] values = new double[how.integer("count", 2, MOST_POINTS)];
    boolean logarithmic =
        how.choice("scale", "linear", List.of("linear", "logarithmic")).equals("logarithmic");
    if (logarithmic && !(from * to > 0)) {
      throw how.error("scale", "logarithmic needs from and to of one sign, neither of them 0");
    }
    int last = values.length - 1;
    for (int i = 0; i < last; i++) {
      double share = (double) i / last;
      values[i] =
          logarithmic ? from * StrictMath.pow(to / from, share) : from + (to - from) * share;
    }
    values[last] = to;
    return values;
  }

  private void sweep(int parameter, double[] values) {
    base[parameter] = values[0];
    if (values.length > 1) {
      sweeps.add(new Sweep(parameter, values));
    }
  }

  /** Points of the grid; 1 without sweeps. */
  public long points() {
    long points = 1;
    for (Sweep sweep : sweeps) {
      points *= sweep.values().length;
    }
    return points;
  }

  /** Whether all trajectories have the same parameters. */
  public boolean single() {
    return sweeps.isEmpty() && draws.isEmpty();
  }

  /** Whether some parameters are drawn, so that no two trajectories have the same. */
  public boolean drawn() {
    return !draws.isEmpty();
  }

  /** The first point of the grid with the middle of every draw. */
  public double[] centre() {
    double[] values = base.clone();
    for (Draw draw : draws) {
      values[draw.parameter()] =
          draw.law() == Law.UNIFORM ? (draw.first() + draw.second()) / 2 : draw.first();
    }
    return values;
  }

  /** The parameters at a point of the grid, with draws from {@code random}. */
  public double[] at(long point, RandomGenerator random) {
    double[] values = base.clone();
    List<Sweep> fastestFirst = new ArrayList<>(sweeps);
    fastestFirst.sort(Comparator.comparingInt(Sweep::parameter).reversed());
    long rest = point;
    for (Sweep sweep : fastestFirst) {
      int count = sweep.values().length;
      values[sweep.parameter()] = sweep.values()[(int) (rest % count)];
      rest /= count;
    }
    for (Draw draw : draws) {
      values[draw.parameter()] = draw.value(random);
    }
    return values;
  }

  /** Parameters by name. */
  public Map<String, Double> named(double[] values) {
    Map<String, Double> named = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(names.get(i), values[i]);
    }
    return named;
  }
}
