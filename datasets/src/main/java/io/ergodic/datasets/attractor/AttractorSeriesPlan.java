package io.ergodic.datasets.attractor;

import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.labelled.LabelledRow;
import io.ergodic.datasets.kind.labelled.LabelledSeries;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.RowSink;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Series of attractors in the order train, validation, test, the classes taking turns. Each is a
 * function of seed, split and index, so shards only cut the list.
 */
record AttractorSeriesPlan(
    List<ChaoticSystem> classes,
    Map<Split, Integer> perClass,
    int length,
    int stride,
    double jitter,
    double noise,
    int shardCount,
    long seed)
    implements DatasetPlan {
  @Override
  public Schema schema() {
    return Schema.of(
        LabelledSeries.KIND,
        List.of("x"),
        stride,
        classes.stream().map(Named::name).toList(),
        true,
        Map.of(),
        Map.of(LabelledSeries.LENGTH, length));
  }

  @Override
  public void produce(int shard, RowSink sink) throws IOException {
    long total = 0;
    for (Split split : Split.values()) {
      total += (long) perClass.get(split) * classes.size();
    }
    long from = total * shard / shardCount;
    long to = total * (shard + 1) / shardCount;
    AttractorOrbit[] orbits =
        classes.stream()
            .map(system -> new AttractorOrbit(system, length * stride))
            .toArray(AttractorOrbit[]::new);
    long first = 0;
    for (Split split : Split.values()) {
      long end = first + (long) perClass.get(split) * classes.size();
      for (long i = Math.max(first, from); i < Math.min(end, to); i++) {
        long index = i - first;
        int label = (int) (index % orbits.length);
        sink.accept(new LabelledRow(split, index, label, draw(orbits[label], split, index)));
      }
      first = end;
    }
  }

  private float[] draw(AttractorOrbit orbit, Split split, long index) {
    RandomGenerator random = RandomStreams.stream(seed, "attractor series", split.label(), index);
    orbit.settle(jitter, random);
    double sum = 0;
    double squares = 0;
    for (int row = 0; row < length; row++) {
      double value = value(orbit, row);
      sum += value;
      squares += value * value;
    }
    double mean = sum / length;
    double deviation = Math.sqrt(Math.max(squares / length - mean * mean, 1e-300));
    float[] values = new float[length];
    for (int row = 0; row < length; row++) {
      values[row] =
          (float) ((value(orbit, row) - mean) / deviation + noise * random.nextGaussian());
    }
    return values;
  }

  private double value(AttractorOrbit orbit, int row) {
    return orbit.points()[row * stride * AttractorOrbit.DIMENSION];
  }
}
