package io.ergodic.datasets.equation;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.functions.FunctionGrid;
import io.ergodic.datasets.kind.functions.FunctionPair;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.RowSink;
import io.ergodic.datasets.source.SplitSizes;
import io.ergodic.datasets.spectral.FourierTransform;
import java.io.IOException;
import java.util.function.Supplier;

/** Pairs of states before and after, each a function of seed, split and index. */
final class EvolutionPlan implements DatasetPlan {
  private static final int PER_SHARD = 512;

  private final int points;
  private final SplitSizes functions;
  private final GaussianField field;
  private final Supplier<Evolution> evolutions;
  private final int shards;
  private final long seed;

  private EvolutionPlan(
      int points,
      SplitSizes functions,
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
    SplitSizes functions = new SplitSizes(1000, 100, 200).read(settings, "functions", 1);
    GaussianField field = GaussianField.read(settings);
    int shards = functions.shards(settings, PER_SHARD);
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
    Evolution evolution = evolutions.get();
    FourierTransform transform = new FourierTransform(evolution.resolution());
    functions.produce(
        shard, shards, (split, index) -> sink.accept(pair(split, index, evolution, transform)));
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
