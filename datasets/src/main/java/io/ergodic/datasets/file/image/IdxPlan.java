package io.ergodic.datasets.file.image;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.Row;
import io.ergodic.datasets.source.RowSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Images of two pairs of idx files; validation images are the last of the training files. */
final class IdxPlan implements DatasetPlan {
  /** Images with their labels. */
  private record Pair(IdxFile images, IdxFile labels) {
    static Pair read(Settings settings) {
      IdxFile images = IdxFile.open(InputPath.file(settings, "images"));
      IdxFile labels = IdxFile.open(InputPath.file(settings, "labels"));
      settings.rejectUnknown();
      if (images.shape().length < 3) {
        throw settings.error(
            "images",
            images.path() + " has " + images.shape().length + " dimensions; images have 3 or 4");
      }
      if (labels.shape().length != 1) {
        throw settings.error(
            "labels",
            labels.path() + " has " + labels.shape().length + " dimensions; labels have 1");
      }
      if (images.items() != labels.items()) {
        throw settings.error(
            "labels", labels.items() + " labels for " + images.items() + " images");
      }
      return new Pair(images, labels);
    }
  }

  private final Pair train;
  private final Pair test;
  private final int trainCount;
  private final Schema schema;
  private final List<ImagePart> parts = new ArrayList<>();

  private IdxPlan(
      Pair train, Pair test, int trainCount, int validation, int limit, List<String> classes) {
    this.train = train;
    this.test = test;
    this.trainCount = trainCount;
    int[] shape = train.images().shape();
    this.schema = Schema.images(shape[1], shape[2], shape.length == 4 ? shape[3] : 1, classes);
    parts.addAll(ImagePart.cut(Split.TRAIN, Math.min(limit, trainCount)));
    parts.addAll(ImagePart.cut(Split.VALIDATION, Math.min(limit, validation)));
    parts.addAll(ImagePart.cut(Split.TEST, Math.min(limit, test.images().items())));
  }

  static IdxPlan read(Settings settings) {
    Pair train = Pair.read(settings.child("train"));
    Pair test = Pair.read(settings.child("test"));
    if (!Arrays.equals(
        train.images().shape(),
        1,
        train.images().shape().length,
        test.images().shape(),
        1,
        test.images().shape().length)) {
      throw settings.error("test", "its images are not of the size of the training images");
    }
    int validation = settings.integer("validation", 0, 0, train.images().items() - 1);
    int limit = settings.integer("limit", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    int largest = Math.max(largest(train.labels()), largest(test.labels()));
    List<String> numbers = IntStream.rangeClosed(0, largest).mapToObj(String::valueOf).toList();
    List<String> classes = settings.strings("classes", numbers);
    settings.rejectUnknown();
    if (classes.size() <= largest) {
      throw settings.error(
          "classes", "names " + classes.size() + " classes, but there is a label " + largest);
    }
    int trainCount = train.images().items() - validation;
    return new IdxPlan(train, test, trainCount, validation, limit, classes);
  }

  private static int largest(IdxFile labels) {
    int largest = 0;
    for (byte label : labels.read(0, labels.items())) {
      largest = Math.max(largest, label & 0xff);
    }
    return largest;
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
    Pair pair = part.split() == Split.TEST ? test : train;
    int skip = part.split() == Split.VALIDATION ? trainCount : 0;
    byte[] pixels = pair.images().read(skip + part.from(), skip + part.to());
    byte[] labels = pair.labels().read(skip + part.from(), skip + part.to());
    int size = pair.images().itemSize();
    for (int i = 0; i < labels.length; i++) {
      byte[] image = Arrays.copyOfRange(pixels, i * size, (i + 1) * size);
      sink.accept(new Row.Image(part.split(), part.from() + i, labels[i] & 0xff, image));
    }
  }

  @Override
  public List<Path> inputs() {
    return List.of(
        train.images().path(), train.labels().path(), test.images().path(), test.labels().path());
  }
}
