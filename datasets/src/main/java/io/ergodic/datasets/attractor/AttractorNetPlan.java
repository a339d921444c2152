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
 * The images of AttractorNet with the classes taking turns, each a function of seed, split and
 * index.
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
    AttractorOrbit[] orbits =
        settings.classes().stream()
            .map(system -> new AttractorOrbit(system, settings.points()))
            .toArray(AttractorOrbit[]::new);
    DensityRenderer renderer = new DensityRenderer(settings.size());
    settings
        .images()
        .produce(
            shard,
            settings.shards(),
            (split, index) -> {
              int label = (int) (index % orbits.length);
              byte[] pixels = draw(orbits[label], renderer, split, index);
              sink.accept(new LabelledImage(split, index, label, pixels));
            });
  }

  private byte[] draw(AttractorOrbit orbit, DensityRenderer renderer, Split split, long index) {
    RandomGenerator random = RandomStreams.stream(seed, "attractor", split.label(), index);
    orbit.settle(settings.jitter(), random);
    return renderer.render(orbit.points(), random);
  }
}
