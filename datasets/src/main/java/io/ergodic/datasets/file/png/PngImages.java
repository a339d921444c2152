package io.ergodic.datasets.file.png;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.ImageGroup;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * PNG files as a split, class by class in turn: the first of every class, then the second, so that
 * a limit and every shard hold all classes alike.
 *
 * @param size every image must have
 */
record PngImages(
    Split split, PngFiles files, List<String> names, List<Integer> labels, PngImage size)
    implements ImageGroup {

  static PngImages of(
      Split split, PngClasses images, List<String> classes, int limit, PngImage size) {
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
    return new PngImages(split, images.files(), List.copyOf(names), List.copyOf(labels), size);
  }

  @Override
  public int count() {
    return names.size();
  }

  @Override
  public void read(int from, int to, Target target) throws IOException {
    files.read(
        names.subList(from, to),
        (i, content) -> target.accept(from + i, labels.get(from + i), decode(from + i, content)));
  }

  private byte[] decode(int index, byte[] content) {
    try {
      PngImage image = PngImage.check(content);
      if (!image.equals(size)) {
        throw new IOException(
            "has "
                + image.text()
                + " (height x width x channels), the first training image has "
                + size.text());
      }
      return image.decode(content);
    } catch (IOException wrong) {
      throw error(files, names.get(index), wrong);
    }
  }

  static InvalidInputException error(PngFiles files, String name, IOException wrong) {
    return new InvalidInputException(
        files.setting() + ": " + files.path() + ": " + name + ": " + wrong.getMessage(), wrong);
  }
}
