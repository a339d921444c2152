package io.ergodic.datasets.attractor;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.images.LabelledImage;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.RowSink;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * The images of AttractorNet in the order train, validation, test, the classes taking turns. Each
 * is a function of seed, split and index, so shards only cut the list.
 */
final class AttractorNetPlan implements DatasetPlan {
  private final AttractorNetSettings settings;
  private final long seed;

  AttractorNetPlan(AttractorNetSettings settings, long seed) {
    this.settings = settings;
    this.seed = seed;
  }

  @Override
  public Schema schema() {
    return Schema.images(
        settings.size(), settings.size(), 1, settings.classes().stream().map(Named::name).toList());
  }

  @Override
  public int shardCount() {
    return settings.shards();
  }

  @Override
  public void produce(int shard, RowSink sink) throws IOException {
    long total = 0;
    for (Split split : Split.values()) {
      total += settings.images(split);
    }
    long from = total * shard / settings.shards();
    long to = total * (shard + 1) / settings.shards();
    AttractorOrbit[] orbits =
        settings.classes().stream()
            .map(system -> new AttractorOrbit(system, settings.points()))
            .toArray(AttractorOrbit[]::new);
    DensityRenderer renderer = new DensityRenderer(settings.size());
    long first = 0;
    for (Split split : Split.values()) {
      long end = first + settings.images(split);
      for (long i = Math.max(first, from); i < Math.min(end, to); i++) {
        long index = i - first;
        int label = (int) (index % orbits.length);
        byte[] pixels = draw(orbits[label], renderer, split, index);
        sink.accept(new LabelledImage(split, index, label, pixels));
      }
      first = end;
    }
  }

  private byte[] draw(AttractorOrbit orbit, DensityRenderer renderer, Split split, long index) {
    RandomGenerator random = RandomStreams.stream(seed, "attractor", split.label(), index);
    orbit.settle(settings.jitter(), random);
    return renderer.render(orbit.points(), random);
  }
}
