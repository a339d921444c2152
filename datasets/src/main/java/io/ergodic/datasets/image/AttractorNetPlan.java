package io.ergodic.datasets.image;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.Row;
import io.ergodic.datasets.source.RowSink;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * The images of AttractorNet in the order train, validation, test, the classes taking turns. Each
 * is a function of seed, split and index, so shards only cut the list.
 */
final class AttractorNetPlan implements DatasetPlan {
  private static final int ATTEMPTS = 100;
  private static final double SHRINK = 0.85;

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
        sink.accept(new Row.Image(split, index, label, pixels));
      }
      first = end;
    }
  }

  /**
   * Draws parameters until the orbit is bounded and chaotic; every refusal narrows the jitter, so
   * that systems close to a periodic window are not refused for ever.
   */
  private byte[] draw(AttractorOrbit orbit, DensityRenderer renderer, Split split, long index) {
    RandomGenerator random = RandomStreams.stream(seed, "attractor", split.label(), index);
    double jitter = settings.jitter();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++, jitter *= SHRINK) {
      if (orbit.follow(jitter, random)) {
        return renderer.render(orbit.points(), random);
      }
    }
    throw new InvalidInputException(
        "attractor-net: no chaotic orbit of "
            + orbit.system().name()
            + " among "
            + ATTEMPTS
            + " draws of its parameters with jitter "
            + settings.jitter()
            + "; a smaller jitter may help");
  }
}
