package io.ergodic.datasets.chaos;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.integrate.IntegrationException;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.RowSink;
import io.ergodic.datasets.source.SeriesBlocks;
import io.ergodic.datasets.source.TimeSplit;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Trajectories of a system. Each is a function of seed, split and its number in the split, so its
 * bytes do not depend on how trajectories are dealt out to shards.
 */
public final class FlowPlan implements DatasetPlan {
  private final FlowSettings settings;
  private final String path;
  private final long seed;

  /**
   * @param path of the system in the configuration, for messages
   */
  public FlowPlan(FlowSettings settings, String path, long seed) {
    this.settings = settings;
    this.path = path;
    this.seed = seed;
  }

  @Override
  public Schema schema() {
    Map<String, Double> properties = new TreeMap<>();
    if (settings.system().defaultStep().isEmpty()) {
      properties.put("period", settings.system().period());
    }
    settings.exponent().ifPresent(exponent -> properties.put("lyapunov", exponent));
    int n = settings.system().dimension();
    List<String> columns = IntStream.range(0, n).mapToObj(i -> column(i, n)).toList();
    return Schema.series(
        columns, settings.step(), settings.context(), settings.standardise(), properties);
  }

  @Override
  public int shardCount() {
    return settings.shards();
  }

  @Override
  public void produce(int shard, RowSink sink) throws IOException {
    int total = settings.trajectories().values().stream().mapToInt(Integer::intValue).sum();
    long from = (long) total * shard / settings.shards();
    long to = (long) total * (shard + 1) / settings.shards();
    long index = 0;
    for (Split split : Split.values()) {
      int count = settings.trajectories().getOrDefault(split, 0);
      for (int i = 0; i < count; i++, index++) {
        if (index >= from && index < to) {
          produce(split, i, sink);
        }
      }
    }
  }

  private void produce(Split split, int number, RowSink sink) throws IOException {
    double[] clean;
    try {
      clean = sample(split, number);
    } catch (IntegrationException failed) {
      throw new InvalidInputException(path + ": " + failed.getMessage(), failed);
    }
    double[] noisy = noisy(clean, split, number);
    String id = String.format(Locale.ROOT, "%06d", number);
    if (settings.time().isEmpty()) {
      boolean noise = settings.noisySplits().contains(split);
      emit(split, id, noise ? noisy : clean, 0, settings.length(), sink);
      return;
    }
    TimeSplit time = settings.time().get();
    for (Split part : Split.values()) {
      boolean noise = settings.noisySplits().contains(part);
      if (time.has(part)) {
        emit(
            part,
            id,
            noise ? noisy : clean,
            time.from(part, settings.context()),
            time.to(part),
            sink);
      }
    }
  }

  /**
   * A trajectory from its own state on the attractor: the catalogue's start, moved by 1 % and
   * integrated past the transient and a random part of a period more.
   */
  private double[] sample(Split split, int number) {
    SampledSystem system = settings.system();
    int n = system.dimension();
    RandomGenerator random = RandomStreams.stream(seed, "initial condition", split.label(), number);
    double[] start = system.start();
    double size = 0;
    for (double value : start) {
      size += value * value;
    }
    size = Math.sqrt(size / n);
    for (int i = 0; i < n; i++) {
      start[i] += 0.01 * size * random.nextGaussian();
    }
    double begin = (settings.transientPeriods() + random.nextDouble()) * system.period();
    return system.sample(start, begin, settings.step(), settings.length());
  }

  private double[] noisy(double[] clean, Split split, int number) {
    if (settings.noise() == 0) {
      return clean;
    }
    int n = settings.system().dimension();
    double[] deviation = FlowSampling.moments(clean, n).scaler().deviation();
    RandomGenerator random = RandomStreams.stream(seed, "observation noise", split.label(), number);
    double[] noisy = clean.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += settings.noise() * deviation[i % n] * random.nextGaussian();
    }
    return noisy;
  }

  private void emit(Split split, String id, double[] values, int from, int to, RowSink sink)
      throws IOException {
    int n = settings.system().dimension();
    SeriesBlocks.emit(split, id, values, n, settings.step(), from, to, sink);
  }

  private static String column(int variable, int dimension) {
    return dimension <= 4 ? "xyzw".substring(variable, variable + 1) : "x" + (variable + 1);
  }
}
