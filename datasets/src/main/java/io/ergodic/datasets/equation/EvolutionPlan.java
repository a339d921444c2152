package io.ergodic.datasets.equation;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.functions.FunctionGrid;
import io.ergodic.datasets.kind.functions.FunctionPair;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.RowSink;
import io.ergodic.datasets.spectral.FourierTransform;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Pairs of states before and after, in the order train, validation, test. Each is a function of
 * seed, split and index, so shards only cut the list.
 */
final class EvolutionPlan implements DatasetPlan {
  private static final int PER_SHARD = 512;

  private final int points;
  private final Map<Split, Integer> functions;
  private final GaussianField field;
  private final Supplier<Evolution> evolutions;
  private final int shards;
  private final long seed;

  private EvolutionPlan(
      int points,
      Map<Split, Integer> functions,
      GaussianField field,
      Supplier<Evolution> evolutions,
      int shards,
      long seed) {
    this.points = points;
    this.functions = functions;
    this.field = field;
    this.evolutions = evolutions;
    this.shards = shards;
    this.seed = seed;
  }

  /** Reads how many points a state is sampled at: {@code points} (128). */
  static int points(Settings settings) {
    return settings.integer("points", 128, 8, 1 << 16);
  }

  /**
   * Reads {@code functions { train, validation, test }} (1000, 100, 200), {@code field { sigma,
   * tau, gamma }} and {@code shards}; refuses what is left.
   *
   * @param evolutions makes an equation for each thread
   */
  static EvolutionPlan read(
      Settings settings, int points, Supplier<Evolution> evolutions, long seed) {
    Settings counts = settings.child("functions");
    Map<Split, Integer> functions = new EnumMap<>(Split.class);
    functions.put(Split.TRAIN, counts.integer("train", 1000, 1, 10_000_000));
    functions.put(Split.VALIDATION, counts.integer("validation", 100, 0, 10_000_000));
    functions.put(Split.TEST, counts.integer("test", 200, 0, 10_000_000));
    counts.rejectUnknown();
    int total = functions.values().stream().mapToInt(Integer::intValue).sum();
    GaussianField field = GaussianField.read(settings);
    int fitting = Math.max(1, (total + PER_SHARD - 1) / PER_SHARD);
    int shards = settings.integer("shards", fitting, 1, total);
    settings.rejectUnknown();
    return new EvolutionPlan(points, functions, field, evolutions, shards, seed);
  }

  @Override
  public Schema schema() {
    return FunctionGrid.of(1, points).schema();
  }

  @Override
  public int shardCount() {
    return shards;
  }

  @Override
  public void produce(int shard, RowSink sink) throws IOException {
    long total = functions.values().stream().mapToLong(Integer::longValue).sum();
    long from = total * shard / shards;
    long to = total * (shard + 1) / shards;
    Evolution evolution = evolutions.get();
    FourierTransform transform = new FourierTransform(evolution.resolution());
    long first = 0;
    for (Split split : Split.values()) {
      long end = first + functions.get(split);
      for (long i = Math.max(first, from); i < Math.min(end, to); i++) {
        sink.accept(pair(split, i - first, evolution, transform));
      }
      first = end;
    }
  }

  private FunctionPair pair(
      Split split, long index, Evolution evolution, FourierTransform transform) {
    int n = evolution.resolution();
    double[] real = new double[n];
    double[] imaginary = new double[n];
    field.draw(RandomStreams.stream(seed, "field", split.label(), index), real, imaginary);
    float[] input = sampled(real.clone(), imaginary.clone(), transform);
    evolution.advance(real, imaginary);
    return new FunctionPair(split, index, input, sampled(real, imaginary, transform));
  }

  /** The values at the points that are kept. */
  private float[] sampled(double[] real, double[] imaginary, FourierTransform transform) {
    transform.inverse(real, imaginary);
    int stride = real.length / points;
    float[] values = new float[points];
    for (int k = 0; k < points; k++) {
      values[k] = (float) real[k * stride];
    }
    return values;
  }
}
