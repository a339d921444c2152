package io.ergodic.datasets.attractor;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.images.LabelledImage;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.RowSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
    OrbitBatch[] orbits =
        settings.classes().stream()
            .map(system -> new OrbitBatch(system, settings.points()))
            .toArray(OrbitBatch[]::new);
    DensityRenderer renderer = new DensityRenderer(settings.size());
    List<Place> places = new ArrayList<>();
    settings
        .images()
        .produce(
            shard,
            settings.shards(),
            (split, index) -> {
              places.add(new Place(split, index));
              if (places.size() == OrbitBatch.SIZE * orbits.length) {
                draw(places, orbits, renderer, sink);
                places.clear();
              }
            });
    draw(places, orbits, renderer, sink);
  }

  /** Where an image stands. */
  private record Place(Split split, long index) {
    int label(int classes) {
      return (int) (index % classes);
    }
  }

  /** Draws images, the orbits of a class together; hands them on in their order. */
  private void draw(List<Place> places, OrbitBatch[] orbits, DensityRenderer renderer, RowSink sink)
      throws IOException {
    byte[][] pixels = new byte[places.size()][];
    for (int label = 0; label < orbits.length; label++) {
      List<Integer> own = new ArrayList<>();
      List<RandomGenerator> randoms = new ArrayList<>();
      for (int i = 0; i < pixels.length; i++) {
        Place place = places.get(i);
        if (place.label(orbits.length) == label) {
          own.add(i);
          randoms.add(
              RandomStreams.stream(seed, "attractor", place.split().label(), place.index()));
        }
      }
      double[][] settled = orbits[label].settle(settings.jitter(), randoms);
      for (int i = 0; i < settled.length; i++) {
        pixels[own.get(i)] = renderer.render(settled[i], randoms.get(i));
      }
    }
    for (int i = 0; i < pixels.length; i++) {
      Place place = places.get(i);
      int label = place.label(orbits.length);
      sink.accept(new LabelledImage(place.split(), place.index(), label, pixels[i]));
    }
  }
}
