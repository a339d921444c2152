package io.ergodic.datasets.file.image;

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
 * Labelled PNG and JPEG images, one folder a class, in folders or tar archives. Settings: {@code
 * train}, {@code test} (optional), {@code validation} (0): a fraction below 1 or a number of
 * training images held out, the same share of every class; {@code limit} (images a split at most),
 * {@code shards}; {@code channels}, {@code alpha}, {@code bits} and {@code pixels} as {@link
 * PixelRules} says.
 */
@AutoService(DatasetSource.class)
public final class ImagesSource implements DatasetSource {
  @Override
  public String name() {
    return "images";
  }

  @Override
  public String description() {
    return "labelled PNG and JPEG images, one folder a class, in folders or tar archives";
  }

  @Override
  public int revision() {
    return 2;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    return FileReading.of(() -> checked(settings, seed));
  }

  private static DatasetPlan checked(Settings settings, long seed) throws IOException {
    ClassFolders train = ClassFolders.of(settings, "train", files(settings, "train"));
    List<String> classes = List.copyOf(train.byClass().keySet());
    if (classes.size() < 2) {
      throw settings.error("train", "holds one class only: " + classes.get(0));
    }
    String first = train.byClass().firstEntry().getValue().get(0);
    ImageReader reader = ImageReader.like(train.files(), first, PixelRules.read(settings));
    int limit = settings.integer("limit", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    int held = HeldOut.number(settings, train.count());
    List<String> notes = new ArrayList<>(train.notes());
    List<Path> inputs = new ArrayList<>(train.files().inputs(train.names()));
    boolean jpeg = train.names().stream().anyMatch(Listing::isJpeg);
    List<ImageSplit> splits = new ArrayList<>();
    ClassFolders out = train.holdOut(held, seed);
    for (var entry : train.byClass().entrySet()) {
      if (entry.getValue().isEmpty()) {
        throw settings.error(
            "validation", "would leave no training image of class " + entry.getKey());
      }
    }
    splits.add(ImageSplit.of(Split.TRAIN, train, classes, limit, reader));
    if (held > 0) {
      splits.add(ImageSplit.of(Split.VALIDATION, out, classes, limit, reader));
    }
    if (settings.has("test")) {
      ClassFolders test = ClassFolders.of(settings, "test", files(settings, "test"));
      for (String name : test.byClass().keySet()) {
        if (!classes.contains(name)) {
          throw settings.error(
              "test",
              test.files().path() + ": class " + name + " is not among those of train: " + classes);
        }
      }
      notes.addAll(test.notes());
      inputs.addAll(test.files().inputs(test.names()));
      jpeg |= test.names().stream().anyMatch(Listing::isJpeg);
      splits.add(ImageSplit.of(Split.TEST, test, classes, limit, reader));
    }
    Schema schema =
        Schema.images(reader.height(), reader.width(), reader.rules().channels(), classes);
    String decoder = jpeg ? "JPEG decoder " + JpegDecoder.fingerprint() : "";
    if (jpeg) {
      notes.add("JPEG files have the pixels that the decoder of this Java gives: " + decoder);
    }
    List<Path> distinct = inputs.stream().distinct().toList();
    DatasetPlan plan = new ImagePlan(schema, splits, distinct, settings, notes, decoder);
    settings.rejectUnknown();
    return plan;
  }

  private static ImageFiles files(Settings settings, String key) {
    Path path = settings.located(settings.string(key));
    return Files.isDirectory(path)
        ? new FolderFiles(path, settings.path(key))
        : new TarFiles(InputFile.of(settings, key));
  }
}
