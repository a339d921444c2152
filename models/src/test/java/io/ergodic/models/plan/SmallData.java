package io.ergodic.models.plan;

import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.equation.HeatSource;
import io.ergodic.datasets.kind.functions.FunctionDataset;
import io.ergodic.datasets.kind.functions.FunctionPair;
import io.ergodic.datasets.kind.labelled.LabelledRow;
import io.ergodic.datasets.kind.labelled.LabelledSeries;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.task.Classification;
import io.ergodic.datasets.task.Forecasting;
import io.ergodic.datasets.task.OperatorTask;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Datasets small enough for tests, with something in them to be learnt. */
public final class SmallData {
  private SmallData() {}

  /** Two noisy sines, 300 rows of training, 100 of validation. */
  public static TrainingContext sines(int lookback, int horizon, long seed) {
    RandomGenerator random = RandomStreams.stream(7, "sines");
    double[] values = new double[400 * 2];
    for (int t = 0; t < 400; t++) {
      values[2 * t] = Math.sin(0.3 * t) + 0.05 * random.nextGaussian();
      values[2 * t + 1] = Math.cos(0.2 * t) + 0.05 * random.nextGaussian();
    }
    Series all = new Series("sines", 0, 1, 2, values);
    Schema schema =
        Schema.series(List.of("sine", "cosine"), 1, lookback, false, Map.of("seasonality", 4.0));
    Map<Split, List<Series>> splits =
        Map.of(
            Split.TRAIN, List.of(all.slice(0, 300)),
            Split.VALIDATION, List.of(all.slice(300 - lookback, 400)));
    Scaler scaler = new Scaler(new double[] {0, 0}, new double[] {1, 1});
    return new TrainingContext(
        new SeriesDataset(manifest(schema, scaler), splits),
        new Forecasting(lookback, horizon),
        seed,
        Resources.ONE_CORE);
  }

  /** Two noisy orbits on a torus, seen in three variables: 300 rows of training each. */
  public static TrainingContext orbit(long seed) {
    RandomGenerator random = RandomStreams.stream(7, "orbit");
    double[] values = new double[700 * 3];
    for (int t = 0; t < 700; t++) {
      values[3 * t] = Math.sin(0.3 * t) + 0.02 * random.nextGaussian();
      values[3 * t + 1] = Math.cos(0.3 * t) + 0.02 * random.nextGaussian();
      values[3 * t + 2] = Math.sin(0.19 * t) + 0.02 * random.nextGaussian();
    }
    Series all = new Series("orbit", 0, 1, 3, values);
    Schema schema = Schema.series(List.of("x", "y", "z"), 1, 0, false, Map.of());
    Map<Split, List<Series>> splits =
        Map.of(
            Split.TRAIN, List.of(all.slice(0, 300), all.slice(300, 600)),
            Split.VALIDATION, List.of(all.slice(600, 700)));
    Scaler scaler = new Scaler(new double[] {0, 0, 0}, new double[] {1, 1, 1});
    return new TrainingContext(
        new SeriesDataset(manifest(schema, scaler), splits),
        new Reconstruction(),
        seed,
        Resources.ONE_CORE);
  }

  /** Images of 8 x 8 in three classes: a noisy bar at one of three heights. */
  public static TrainingContext bars(int count, long seed) {
    return bars(8, count, seed);
  }

  /** Larger images. */
  public static TrainingContext bars(int side, int count, long seed) {
    Schema schema = Schema.images(side, side, 1, List.of("top", "middle", "bottom"));
    Scaler scaler = new Scaler(new double[] {0.3}, new double[] {0.3});
    Map<Split, Images> splits =
        Map.of(
            Split.TRAIN, bars(side, count, "train"),
            Split.VALIDATION, bars(side, count, "validation"));
    return new TrainingContext(
        new ImageDataset(manifest(schema, scaler), splits),
        new Classification(),
        seed,
        Resources.ONE_CORE);
  }

  private static Images bars(int side, int count, String split) {
    RandomGenerator random = RandomStreams.stream(7, "bars", split);
    int size = side * side;
    byte[] pixels = new byte[count * size];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 3;
      for (int k = 0; k < size; k++) {
        int bar = k / side * 8 / side / 3 == labels[i] ? 120 : 0;
        pixels[i * size + k] = (byte) (bar + random.nextInt(100));
      }
    }
    return new Images(side, side, 1, pixels, labels);
  }

  /** Noisy sines of three frequencies, which are their classes: 30 rows of two variables. */
  public static TrainingContext waves(int count, long seed) {
    Schema schema =
        LabelledSeries.schema(List.of("sine", "cosine"), 1, List.of("slow", "middle", "fast"), 30);
    Scaler scaler = new Scaler(new double[2], new double[] {1, 1});
    Map<Split, List<LabelledRow>> splits = new EnumMap<>(Split.class);
    for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) {
      RandomGenerator random = RandomStreams.stream(7, "waves", split.label());
      List<LabelledRow> rows = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        float[] values = new float[2 * 30];
        double frequency = 0.2 * (1 + i % 3);
        double phase = random.nextDouble();
        for (int t = 0; t < 30; t++) {
          double noise = 0.1 * random.nextGaussian();
          values[2 * t] = (float) (Math.sin(frequency * t + phase) + noise);
          values[2 * t + 1] = (float) (Math.cos(frequency * t + phase) - noise);
        }
        rows.add(new LabelledRow(split, i, i % 3, values));
      }
      splits.put(split, rows);
    }
    return new TrainingContext(
        new LabelledSeries(manifest(schema, scaler), splits),
        new Classification(),
        seed,
        Resources.ONE_CORE);
  }

  /** Pairs of functions on 16 points: the heat equation. */
  public static TrainingContext heat(long seed) {
    Settings settings =
        Settings.parse("points = 16, functions { train = 60, validation = 12, test = 12 }", "heat");
    DatasetPlan plan = new HeatSource().plan(settings, seed);
    Map<Split, List<FunctionPair>> splits = new EnumMap<>(Split.class);
    try {
      for (int shard = 0; shard < plan.shardCount(); shard++) {
        plan.produce(
            shard,
            row ->
                splits
                    .computeIfAbsent(row.split(), split -> new ArrayList<>())
                    .add((FunctionPair) row));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    Scaler scaler = new Scaler(new double[2], new double[] {1, 1});
    return new TrainingContext(
        new FunctionDataset(manifest(plan.schema(), scaler), splits),
        new OperatorTask(),
        seed,
        Resources.ONE_CORE);
  }

  private static Manifest manifest(Schema schema, Scaler scaler) {
    return new Manifest(1, "small", "0", "test", 1, 0, null, schema, List.of(), Map.of(), scaler);
  }
}
