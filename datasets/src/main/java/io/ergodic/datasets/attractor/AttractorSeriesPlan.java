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
import io.ergodic.datasets.source.SplitSizes;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/** Series of attractors with the classes taking turns, each a function of seed, split and index. */
record AttractorSeriesPlan(
    List<ChaoticSystem> classes,
    SplitSizes series,
    int length,
    int stride,
    double jitter,
    double noise,
    int shardCount,
    long seed)
    implements DatasetPlan {
  @Override
  public Schema schema() {
    return LabelledSeries.schema(
        List.of("x"), stride, classes.stream().map(Named::name).toList(), length);
  }

  @Override
  public void produce(int shard, RowSink sink) throws IOException {
    AttractorOrbit[] orbits =
        classes.stream()
            .map(system -> new AttractorOrbit(system, length * stride))
            .toArray(AttractorOrbit[]::new);
    series.produce(
        shard,
        shardCount,
        (split, index) -> {
          int label = (int) (index % orbits.length);
          sink.accept(new LabelledRow(split, index, label, draw(orbits[label], split, index)));
        });
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
