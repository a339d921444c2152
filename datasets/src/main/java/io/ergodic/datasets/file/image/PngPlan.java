package io.ergodic.datasets.file.image;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.Row;
import io.ergodic.datasets.source.RowSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Images of PNG sets, each split shuffled once so that any shard holds all classes. */
final class PngPlan implements DatasetPlan {
  private final PngSet train;
  private final PngSet test;
  private final Schema schema;
  private final Map<Split, List<PngEntry>> splits = new EnumMap<>(Split.class);
  private final List<ImagePart> parts = new ArrayList<>();

  private PngPlan(PngSet train, PngSet test) throws IOException {
    this.train = train;
    this.test = test;
    PngEntry.Pixels[] first = new PngEntry.Pixels[1];
    PngEntry sample = train.entries().get(0);
    train.read(
        java.util.Set.of(sample),
        (entry, bytes) -> first[0] = PngEntry.decode(bytes, train.path() + ": " + entry.name()));
    this.schema =
        Schema.images(first[0].height(), first[0].width(), first[0].channels(), train.classes());
  }

  static PngPlan read(Settings settings, long seed) throws IOException {
    PngSet train = PngSet.open(InputPath.existing(settings, "train"));
    PngSet test = PngSet.open(InputPath.existing(settings, "test"));
    int validation = settings.integer("validation", 0, 0, train.entries().size() - 1);
    int limit = settings.integer("limit", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    settings.rejectUnknown();
    if (!train.classes().containsAll(test.classes())) {
      throw settings.error(
          "test", "has classes " + test.classes() + ", training has " + train.classes());
    }
    PngPlan plan = new PngPlan(train, test);
    List<PngEntry> training = takingTurns(train, seed);
    plan.add(Split.TRAIN, training.subList(validation, training.size()), limit);
    plan.add(Split.VALIDATION, training.subList(0, validation), limit);
    plan.add(Split.TEST, takingTurns(test, seed), limit);
    return plan;
  }

  private void add(Split split, List<PngEntry> entries, int limit) {
    List<PngEntry> kept = entries.subList(0, Math.min(limit, entries.size()));
    splits.put(split, kept);
    parts.addAll(ImagePart.cut(split, kept.size()));
  }

  /** The classes take turns, the images of each in a seeded order: any prefix is balanced. */
  private static List<PngEntry> takingTurns(PngSet set, long seed) {
    Map<String, List<PngEntry>> byClass = new TreeMap<>();
    set.entries().forEach(e -> byClass.computeIfAbsent(e.label(), c -> new ArrayList<>()).add(e));
    byClass.forEach((label, entries) -> shuffle(entries, RandomStreams.stream(seed, "png", label)));
    List<PngEntry> order = new ArrayList<>();
    for (int turn = 0; order.size() < set.entries().size(); turn++) {
      for (List<PngEntry> entries : byClass.values()) {
        if (turn < entries.size()) {
          order.add(entries.get(turn));
        }
      }
    }
    return order;
  }

  private static void shuffle(List<PngEntry> entries, RandomGenerator random) {
    for (int i = entries.size() - 1; i > 0; i--) {
      java.util.Collections.swap(entries, i, random.nextInt(i + 1));
    }
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public int shardCount() {
    return parts.size();
  }

  @Override
  public void produce(int shard, RowSink sink) throws IOException {
    ImagePart part = parts.get(shard);
    PngSet set = part.split() == Split.TEST ? test : train;
    Map<PngEntry, Integer> places = new HashMap<>();
    for (int i = part.from(); i < part.to(); i++) {
      places.put(splits.get(part.split()).get(i), i);
    }
    byte[][] images = new byte[part.to() - part.from()][];
    set.read(
        places.keySet(),
        (entry, bytes) ->
            images[places.get(entry) - part.from()] =
                pixels(bytes, set.path() + ": " + entry.name()));
    for (int i = part.from(); i < part.to(); i++) {
      int label = schema.classes().indexOf(splits.get(part.split()).get(i).label());
      sink.accept(new Row.Image(part.split(), i, label, images[i - part.from()]));
    }
  }

  private byte[] pixels(byte[] bytes, String name) {
    PngEntry.Pixels image = PngEntry.decode(bytes, name);
    if (image.height() != schema.height()
        || image.width() != schema.width()
        || image.channels() != schema.channels()) {
      throw new InvalidInputException(
          String.format(
              "%s: is %d x %d with %d channel(s), but the set is %d x %d with %d",
              name,
              image.height(),
              image.width(),
              image.channels(),
              schema.height(),
              schema.width(),
              schema.channels()));
    }
    return image.pixels();
  }

  @Override
  public List<Path> inputs() {
    return List.of(train.path(), test.path());
  }
}
