package io.ergodic.datasets.chaos;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.integrate.IntegrationException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.TimeSplit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The checked settings of the sources {@code flow}, {@code map}, {@code delay} and {@code field}.
 *
 * @param system keys {@code system} (required) and {@code dimension}; with the parameters that all
 *     trajectories have, or those in the middle
 * @param space keys {@code parameters} and {@code parameterJitter}: {@link ParameterSpace}
 * @param coordinates {@code coordinates} (all): numbers from 0 of those that are stored
 * @param columns what becomes of angles and phases of drives: {@code periodic} (sine-cosine),
 *     {@link PeriodicForm}
 * @param step time between samples: {@code step}, else period / {@code pointsPerPeriod} (100), or
 *     the default of a system without a period
 * @param length {@code length} (10000): samples of every trajectory; or {@code periods}, which are
 *     rounded to samples
 * @param time how the one trajectory is cut for {@code split = time}: {@code fractions} or {@code
 *     rows}; empty for {@code split = initial-condition}, the default
 * @param context {@code context} (0): rows stored before validation and test, for {@code split =
 *     time}
 * @param trajectories {@code trajectories.train} (1), {@code .validation} (1), {@code .test} (1),
 *     for a split by initial condition, at each point of the grid of parameters; here all of them
 * @param processNoise {@link ProcessNoise}
 * @param transientPeriods {@code transient} (100): periods that are integrated and not stored
 * @param noise {@code observationNoise} (0): deviation of the added noise, as a fraction of the
 *     deviation of each coordinate over its clean trajectory
 * @param noisySplits {@code noisySplits} (train, validation)
 * @param standardise {@code standardise} (true)
 * @param shards {@code shards} (as many as trajectories, at most 16)
 * @param exponent {@code lyapunov}: largest exponent per unit of time, where the catalogue has none
 *     for these parameters
 */
public record FlowSettings(
    SampledSystem system,
    ParameterSpace space,
    int[] coordinates,
    PeriodicColumns columns,
    double step,
    int length,
    Optional<TimeSplit> time,
    int context,
    Map<Split, Integer> trajectories,
    double transientPeriods,
    Optional<ProcessNoise> processNoise,
    double noise,
    Set<Split> noisySplits,
    boolean standardise,
    int shards,
    OptionalDouble exponent) {
  private static final int MOST = 1_000_000;
  private static final int LONGEST = 1 << 28;

  static FlowSettings read(Settings settings) {
    return read(settings, ChaoticFlow.readStandard(settings));
  }

  /**
   * The settings other than those that name the system.
   *
   * @param standard the system at its standard parameters
   */
  public static FlowSettings read(Settings settings, SampledSystem standard) {
    ParameterSpace space = ParameterSpace.read(settings, standard);
    SampledSystem system = at(space.centre(), standard, settings);
    double usual =
        system.defaultStep().isPresent()
            ? system.defaultStep().getAsDouble()
            : system.period() / settings.integer("pointsPerPeriod", 100, 2, MOST);
    double step = settings.number("step", usual, 1e-12, 1e12);
    boolean byTime =
        settings
            .choice("split", "initial-condition", List.of("initial-condition", "time"))
            .equals("time");
    for (String key : byTime ? List.of("trajectories") : List.of("fractions", "rows", "context")) {
      if (settings.has(key)) {
        throw settings.error(
            key, "has no meaning for split = " + (byTime ? "time" : "initial-condition"));
      }
    }
    int length = length(settings, system.period() / step);
    Map<Split, Integer> trajectories =
        trajectories(settings.child("trajectories"), byTime, space.points());
    Optional<TimeSplit> time =
        byTime ? Optional.of(TimeSplit.of(settings, length, "the trajectory")) : Optional.empty();
    int context = time.map(split -> split.context(settings, 0)).orElse(0);
    int total = trajectories.values().stream().mapToInt(Integer::intValue).sum();
    if (total == 0) {
      throw settings.error("trajectories", "at least one trajectory is needed");
    }
    int shards = settings.integer("shards", Math.min(16, total), 1, total);
    Set<Split> noisy = EnumSet.noneOf(Split.class);
    for (String label : settings.strings("noisySplits", List.of("train", "validation"))) {
      noisy.add(split(settings, label));
    }
    OptionalDouble exponent =
        settings.has("lyapunov")
            ? OptionalDouble.of(settings.number("lyapunov", 0, 1e12))
            : space.single() ? system.exponent() : OptionalDouble.empty();
    FlowSettings read =
        new FlowSettings(
            system,
            space,
            coordinates(settings, system.dimension()),
            PeriodicColumns.of(system, PeriodicForm.read(settings)),
            step,
            length,
            time,
            context,
            trajectories,
            settings.number("transient", 100, 0, 1e6),
            ProcessNoise.read(settings, system, step),
            settings.number("observationNoise", 0, 0, 100),
            noisy,
            settings.flag("standardise", true),
            shards,
            exponent);
    settings.rejectUnknown();
    return read;
  }

  private static SampledSystem at(double[] values, SampledSystem standard, Settings settings) {
    try {
      return standard.withParameters(values);
    } catch (IntegrationException impossible) {
      throw settings.error("parameters", impossible.getMessage());
    }
  }

  private static int length(Settings settings, double samplesPerPeriod) {
    if (!settings.has("periods")) {
      return settings.integer("length", 10_000, 2, LONGEST);
    }
    if (settings.has("length")) {
      throw settings.error("periods", "cannot be given together with length");
    }
    double samples = settings.number("periods", 0, 1e9) * samplesPerPeriod;
    if (!(samples >= 2 && samples <= LONGEST)) {
      throw settings.error("periods", "must give 2 to " + LONGEST + " samples, not " + samples);
    }
    return (int) Math.round(samples);
  }

  private static Map<Split, Integer> trajectories(Settings settings, boolean byTime, long points) {
    Map<Split, Integer> counts = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      long each = byTime ? 0 : settings.integer(split.label(), 1, 0, MOST);
      if (each * points > Integer.MAX_VALUE) {
        throw settings.error(split.label(), "too many at each of " + points + " points");
      }
      counts.put(split, (int) (each * points));
    }
    if (byTime) {
      counts.put(Split.TRAIN, (int) points);
    }
    settings.rejectUnknown();
    return counts;
  }

  private static int[] coordinates(Settings settings, int dimension) {
    return settings.has("coordinates")
        ? settings.distinct("coordinates", 0, dimension - 1)
        : IntStream.range(0, dimension).toArray();
  }

  private static Split split(Settings settings, String label) {
    for (Split split : Split.values()) {
      if (split.label().equals(label)) {
        return split;
      }
    }
    throw settings.error(
        "noisySplits", "unknown split '" + label + "'; allowed: train, validation, test");
  }
}
