package io.ergodic.jobs.bench;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.scale.Scaler;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Sines with noise, made in memory: something to learn where only the time it takes is of use. */
final class NoiseSeries {
  private NoiseSeries() {}

  /** One series of the train split, unscaled. */
  static Dataset of(int rows, int variables) {
    RandomGenerator random = RandomStreams.stream(1, "series");
    double[] values = new double[rows * variables];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          Math.sin(0.01 * (i / variables) * (1 + i % variables)) + 0.3 * random.nextGaussian();
    }
    List<String> columns = IntStream.range(0, variables).mapToObj(v -> "v" + v).toList();
    double[] ones = IntStream.range(0, variables).mapToDouble(v -> 1).toArray();
    return new SeriesDataset(
        manifest(
            Schema.series(columns, 1, 0, false, Map.of()), new Scaler(new double[variables], ones)),
        Map.of(Split.TRAIN, List.of(new Series("noise", 0, 1, variables, values))));
  }

  /** Of data that no folder holds. */
  static Manifest manifest(Schema schema, Scaler scaler) {
    return new Manifest(1, "noise", "0", "bench", 1, 0, null, schema, List.of(), Map.of(), scaler);
  }
}
