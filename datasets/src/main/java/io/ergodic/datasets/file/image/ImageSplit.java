package io.ergodic.datasets.file.image;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.ImageGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Image files as a split, class by class in turn: the first of every class, then the second, so
 * that a limit and every shard hold all classes alike.
 */
record ImageSplit(
    Split split, ImageFiles files, List<String> names, List<Integer> labels, ImageReader reader)
    implements ImageGroup {

  static ImageSplit of(
      Split split, ClassFolders images, List<String> classes, int limit, ImageReader reader) {
    List<String> names = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    int longest = images.byClass().values().stream().mapToInt(List::size).max().orElse(0);
    for (int rank = 0; rank < longest; rank++) {
      for (var entry : images.byClass().entrySet()) {
        if (rank < entry.getValue().size() && names.size() < limit) {
          names.add(entry.getValue().get(rank));
          labels.add(classes.indexOf(entry.getKey()));
        }
      }
    }
    return new ImageSplit(split, images.files(), List.copyOf(names), List.copyOf(labels), reader);
  }

  @Override
  public int count() {
    return names.size();
  }

  @Override
  public void read(int from, int to, Target target) throws IOException {
    reader.read(
        files,
        names.subList(from, to),
        (i, pixels) -> target.accept(from + i, labels.get(from + i), pixels));
  }
}
