package io.ergodic.datasets.chaos;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.integrate.IntegrationException;
import io.ergodic.datasets.integrate.Tolerance;
import io.ergodic.datasets.integrate.TrajectoryBatch.Outcome;
import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.kind.series.SeriesBlocks;
import io.ergodic.datasets.manifest.Failure;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.HeapRoom;
import io.ergodic.datasets.source.RowSink;
import io.ergodic.datasets.source.TimeSplit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Trajectories of a system. Each is a function of seed, split and its number in the split, so its
 * bytes do not depend on how trajectories are dealt out to shards. One that cannot be made is
 * reported to the sink, and the others go on. Single use, one thread.
 */
public final class FlowPlan implements DatasetPlan {
  private final FlowSettings settings;
  private final String path;
  private final long seed;
  private final TrajectorySampler sampler;

  /**
   * @param path of the system in the configuration, for messages
   */
  public FlowPlan(FlowSettings settings, String path, long seed) {
    this.settings = settings;
    this.path = path;
    this.seed = seed;
    this.sampler = new TrajectorySampler(settings, seed);
  }

  @Override
  public Schema schema() {
    Map<String, Double> properties = new TreeMap<>();
    if (settings.system().defaultStep().isEmpty()) {
      properties.put("period", settings.system().period());
    }
    settings.exponent().ifPresent(exponent -> properties.put("lyapunov", exponent));
    List<String> columns = settings.columns().names(settings.coordinates());
    Schema schema =
        Schema.series(
            columns, settings.step(), settings.context(), settings.standardise(), properties);
    return settings.space().single()
        ? schema
        : schema.withParameters(settings.system().parameterNames());
  }

  @Override
  public double resolution() {
    return Tolerance.DEFAULT.absolute();
  }

  /** The form of periodic columns counts where there are such columns, and nowhere else. */
  @Override
  public Map<String, String> effective() {
    return Map.of(PeriodicForm.KEY, settings.columns().effective(settings.coordinates()));
  }

  @Override
  public List<String> notes() {
    SampledSystem system = settings.system();
    boolean growing = system.defaultStep().isEmpty();
    return Arrays.stream(settings.coordinates())
        .filter(i -> growing && system.periodic().containsKey(i) && !settings.columns().changes(i))
        .mapToObj(i -> settings.columns().names(new int[] {i}).get(0))
        .map(
            column ->
                column
                    + " of "
                    + system.name()
                    + " may grow without end: no two parts of a trajectory look alike in it, and"
                    + " metrics of free runs cannot tell a good model from a bad one")
        .toList();
  }

  @Override
  public int shardCount() {
    return settings.shards();
  }

  @Override
  public void produce(int shard, RowSink sink) throws IOException {
    double values = (double) settings.length() * settings.system().dimension();
    HeapRoom.need(
        path,
        "a trajectory of " + settings.length() + " samples takes",
        Double.BYTES * values * (settings.noise() == 0 ? 1 : 2),
        "ask for shorter trajectories (length) and more of them");
    int total = settings.trajectories().values().stream().mapToInt(Integer::intValue).sum();
    long from = (long) total * shard / settings.shards();
    long to = (long) total * (shard + 1) / settings.shards();
    long index = 0;
    List<TrajectorySampler.Member> waiting = new ArrayList<>();
    for (Split split : Split.values()) {
      int count = settings.trajectories().getOrDefault(split, 0);
      for (int i = 0; i < count; i++, index++) {
        if (index >= from && index < to) {
          waiting.add(new TrajectorySampler.Member(parameters(split, i), split, i));
          if (waiting.size() == sampler.batch()) {
            produce(waiting, sink);
            waiting.clear();
          }
        }
      }
    }
    produce(waiting, sink);
  }

  private void produce(List<TrajectorySampler.Member> members, RowSink sink) throws IOException {
    Outcome[] outcomes = sampler.sample(members);
    for (int i = 0; i < outcomes.length; i++) {
      TrajectorySampler.Member member = members.get(i);
      if (outcomes[i].failure() == null) {
        produce(member.split(), member.number(), member.parameters(), outcomes[i].values(), sink);
      } else {
        sink.failed(
            failure(member.split(), member.number(), member.parameters(), outcomes[i].failure()),
            path);
      }
      outcomes[i] = null;
    }
  }

  private void produce(Split split, int number, double[] parameters, double[] states, RowSink sink)
      throws IOException {
    PeriodicColumns columns = settings.columns();
    if (!settings.space().single()) {
      columns = columns.at(settings.system().withParameters(parameters));
    }
    double[] clean = columns.of(states);
    double[] noisy = noisy(clean, columns, split, number);
    double[] own = settings.space().single() ? new double[0] : parameters;
    if (settings.time().isEmpty()) {
      boolean noise = settings.noisySplits().contains(split);
      emit(split, number, noise ? noisy : clean, 0, settings.length(), own, sink);
      return;
    }
    TimeSplit time = settings.time().get();
    for (Split part : Split.values()) {
      boolean noise = settings.noisySplits().contains(part);
      if (time.has(part)) {
        int from = time.from(part, settings.context());
        emit(part, number, noise ? noisy : clean, from, time.to(part), own, sink);
      }
    }
  }

  /** The number of a trajectory counts replicates first, then points of the grid. */
  private double[] parameters(Split split, int number) {
    long replicates = settings.trajectories().get(split) / settings.space().points();
    RandomGenerator random = RandomStreams.stream(seed, "parameters", split.label(), number);
    return settings.space().at(number / replicates, random);
  }

  private Failure failure(
      Split split, int number, double[] parameters, IntegrationException ended) {
    return new Failure(
        split.label(),
        SeriesBlock.id(number),
        settings.system().name(),
        settings.space().named(parameters),
        ended.time(),
        Arrays.stream(ended.state()).boxed().toList(),
        ended.reason());
  }

  private double[] noisy(double[] clean, PeriodicColumns columns, Split split, int number) {
    if (settings.noise() == 0) {
      return clean;
    }
    int n = columns.count();
    double[] deviation = FlowSampling.moments(clean, n).scaler().deviation();
    RandomGenerator random = RandomStreams.stream(seed, "observation noise", split.label(), number);
    double[] noisy = clean.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += settings.noise() * deviation[i % n] * random.nextGaussian();
    }
    columns.wrapAgain(noisy);
    return noisy;
  }

  private void emit(
      Split split, int number, double[] values, int from, int to, double[] own, RowSink sink)
      throws IOException {
    int[] columns = columns();
    int n = settings.columns().count();
    double[] stored = values;
    if (columns.length < n || !ascending(columns)) {
      stored = new double[values.length / n * columns.length];
      for (int row = 0, at = 0; at < stored.length; row++) {
        for (int column : columns) {
          stored[at++] = values[row * n + column];
        }
      }
    }
    SeriesBlocks.emit(
        split,
        SeriesBlock.id(number),
        stored,
        columns.length,
        settings.step(),
        from,
        to,
        own,
        sink);
  }

  /** The columns of the coordinates that are stored. */
  private int[] columns() {
    PeriodicColumns all = settings.columns();
    return Arrays.stream(settings.coordinates())
        .flatMap(i -> IntStream.range(all.column(i), all.column(i) + all.width(i)))
        .toArray();
  }

  private static boolean ascending(int[] columns) {
    return IntStream.range(0, columns.length).allMatch(i -> columns[i] == i);
  }
}
