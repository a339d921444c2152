package io.ergodic.datasets.file.idx;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.ClassNames;
import io.ergodic.datasets.file.FileReading;
import io.ergodic.datasets.file.ImagePlan;
import io.ergodic.datasets.file.PixelBudget;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Labelled images in idx files: count x height x width, or count x height x width x channels.
 * Settings: {@code train}, {@code test} (optional) and {@code validation}, each {@code { images,
 * labels }}; {@code validation} may also be the number of last training images held out (0), {@code
 * classes} (the digits), {@code limit} (images a split at most).
 */
@AutoService(DatasetSource.class)
public final class IdxSource implements DatasetSource {
  private static final List<String> DIGITS =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

  @Override
  public String name() {
    return "idx";
  }

  @Override
  public String description() {
    return "labelled images from idx or idx.gz files (the format of MNIST)";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    return FileReading.of(() -> checked(settings));
  }

  private static DatasetPlan checked(Settings settings) throws IOException {
    List<String> classes =
        settings.strings("classes", DIGITS).stream().map(ClassNames::normal).toList();
    if (classes.size() < 2 || new HashSet<>(classes).size() != classes.size()) {
      throw settings.error("classes", "must be at least two different names: " + classes);
    }
    if (!settings.has("train")) {
      throw settings.error("train", "required: { images = FILE, labels = FILE }");
    }
    IdxImages all = IdxImages.of(settings.child("train"), Split.TRAIN, classes.size());
    List<IdxImages> splits = new ArrayList<>();
    if (settings.isObject("validation")) {
      splits.add(all);
      splits.add(IdxImages.of(settings.child("validation"), Split.VALIDATION, classes.size()));
    } else {
      int held = settings.integer("validation", 0, 0, all.count() - 1);
      splits.add(all.part(Split.TRAIN, 0, all.count() - held));
      if (held > 0) {
        splits.add(all.part(Split.VALIDATION, all.count() - held, held));
      }
    }
    if (settings.has("test")) {
      splits.add(IdxImages.of(settings.child("test"), Split.TEST, classes.size()));
    }
    PixelBudget.read(settings).check(all.height(), all.width(), all.images().file()::error);
    int limit = settings.integer("limit", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    splits.replaceAll(split -> split.limit(limit));
    BitSet present = splits.get(0).present();
    if (present.cardinality() < 2) {
      throw settings.error(
          "train",
          all.labels().length
              + " images, all that train of one class ("
              + classes.get(present.nextSetBit(0))
              + "): nothing can be learnt of them; are these the labels of these images?");
    }
    for (IdxImages split : splits) {
      if (split.height() != all.height()
          || split.width() != all.width()
          || split.channels() != all.channels()) {
        throw split
            .images()
            .file()
            .error(
                "images of "
                    + size(split)
                    + " (height x width x channels), those for training are "
                    + size(all));
      }
    }
    List<Path> inputs =
        Stream.of("train", "validation", "test")
            .filter(settings::isObject)
            .map(settings::child)
            .flatMap(split -> Stream.of(split.string("images"), split.string("labels")))
            .map(settings::located)
            .distinct()
            .toList();
    Schema schema = Schema.images(all.height(), all.width(), all.channels(), classes);
    DatasetPlan plan = new ImagePlan(schema, splits, inputs, settings, notes(classes, present), "");
    settings.rejectUnknown();
    return plan;
  }

  private static List<String> notes(List<String> classes, BitSet present) {
    List<String> missing =
        IntStream.range(0, classes.size())
            .filter(label -> !present.get(label))
            .mapToObj(classes::get)
            .toList();
    return missing.isEmpty()
        ? List.of()
        : List.of("no training image of " + missing.size() + " classes: " + missing);
  }

  private static String size(IdxImages images) {
    return images.height() + "x" + images.width() + "x" + images.channels();
  }
}
