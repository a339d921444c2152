package io.ergodic.datasets.file.idx;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.ImageGroup;
import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.settings.Settings;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.BitSet;

/**
 * Images {@code from} to {@code from + count} of an idx file as a split.
 *
 * @param labels of all images of the file
 */
record IdxImages(Split split, IdxFile images, byte[] labels, int from, int count)
    implements ImageGroup {

  /** Reads {@code images} and {@code labels} of a split's settings and checks every label. */
  static IdxImages of(Settings settings, Split split, int classes) throws IOException {
    IdxFile images = IdxFile.open(InputFile.of(settings, "images"), 3, 4);
    IdxFile labels = IdxFile.open(InputFile.of(settings, "labels"), 1, 1);
    settings.rejectUnknown();
    if (images.count() != labels.count()) {
      throw labels
          .file()
          .error(
              labels.count()
                  + " labels for the "
                  + images.count()
                  + " images of "
                  + images.file().path());
    }
    byte[] values = labels.all();
    for (int i = 0; i < values.length; i++) {
      if ((values[i] & 0xff) >= classes) {
        throw labels
            .file()
            .error(
                "label "
                    + (values[i] & 0xff)
                    + " at "
                    + i
                    + "; there are "
                    + classes
                    + " classes (0 to "
                    + (classes - 1)
                    + "); set classes");
      }
    }
    return new IdxImages(split, images, values, 0, values.length);
  }

  /** Images {@code first} to {@code first + number} of these, as another split. */
  IdxImages part(Split other, int first, int number) {
    return new IdxImages(other, images, labels, from + first, number);
  }

  /** At most the first {@code most}. */
  IdxImages limit(int most) {
    return part(split, 0, Math.min(most, count));
  }

  /** The labels that occur. */
  BitSet present() {
    BitSet present = new BitSet();
    for (int i = from; i < from + count; i++) {
      present.set(labels[i] & 0xff);
    }
    return present;
  }

  int height() {
    return images.shape()[1];
  }

  int width() {
    return images.shape()[2];
  }

  int channels() {
    return images.shape().length == 4 ? images.shape()[3] : 1;
  }

  @Override
  public void read(int first, int to, Target target) throws IOException {
    try (DataInputStream in = images.skipTo(from + first)) {
      for (int i = first; i < to; i++) {
        target.accept(i, labels[from + i] & 0xff, images.next(in, from + i));
      }
      if (from + to == images.count()) {
        images.end(in);
      }
    }
  }
}
