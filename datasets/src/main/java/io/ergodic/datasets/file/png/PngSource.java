package io.ergodic.datasets.file.png;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.FileReading;
import io.ergodic.datasets.file.ImagePlan;
import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.HeldOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Labelled PNG images, one folder a class, in folders or tar archives. Settings: {@code train},
 * {@code test} (optional), {@code validation} (0): a fraction below 1 or a number of training
 * images held out, the same share of every class; {@code limit} (images a split at most), {@code
 * shards}.
 */
@AutoService(DatasetSource.class)
public final class PngSource implements DatasetSource {
  @Override
  public String name() {
    return "png";
  }

  @Override
  public String description() {
    return "labelled PNG images, one folder a class, in folders, .tar or .tar.gz";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    return FileReading.of(() -> checked(settings, seed));
  }

  private static DatasetPlan checked(Settings settings, long seed) throws IOException {
    PngClasses train = PngClasses.of(settings, "train", files(settings, "train"));
    List<String> classes = List.copyOf(train.byClass().keySet());
    if (classes.size() < 2) {
      throw settings.error("train", "holds one class only: " + classes.get(0));
    }
    PngImage size = size(train);
    int limit = settings.integer("limit", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    int held = HeldOut.number(settings, train.count());
    List<Path> inputs = new ArrayList<>(train.files().inputs());
    List<PngImages> splits = new ArrayList<>();
    PngClasses out = train.holdOut(held, seed);
    for (var entry : train.byClass().entrySet()) {
      if (entry.getValue().isEmpty()) {
        throw settings.error(
            "validation", "would leave no training image of class " + entry.getKey());
      }
    }
    splits.add(PngImages.of(Split.TRAIN, train, classes, limit, size));
    if (held > 0) {
      splits.add(PngImages.of(Split.VALIDATION, out, classes, limit, size));
    }
    if (settings.has("test")) {
      PngClasses test = PngClasses.of(settings, "test", files(settings, "test"));
      for (String name : test.byClass().keySet()) {
        if (!classes.contains(name)) {
          throw settings.error(
              "test",
              test.files().path() + ": class " + name + " is not among those of train: " + classes);
        }
      }
      inputs.addAll(test.files().inputs());
      splits.add(PngImages.of(Split.TEST, test, classes, limit, size));
    }
    Schema schema = Schema.images(size.height(), size.width(), size.channels(), classes);
    List<Path> distinct = inputs.stream().distinct().toList();
    DatasetPlan plan = new ImagePlan(schema, splits, distinct, settings);
    settings.rejectUnknown();
    return plan;
  }

  private static PngFiles files(Settings settings, String key) {
    Path path = settings.located(settings.string(key));
    return Files.isDirectory(path)
        ? new PngFolder(path, settings.path(key))
        : new PngTar(InputFile.of(settings, key));
  }

  private static PngImage size(PngClasses train) throws IOException {
    String first = train.byClass().firstEntry().getValue().get(0);
    PngImage[] size = new PngImage[1];
    train
        .files()
        .read(
            List.of(first),
            (index, content) -> {
              try {
                size[0] = PngImage.check(content);
              } catch (IOException wrong) {
                throw PngImages.error(train.files(), first, wrong);
              }
            });
    return size[0];
  }
}
