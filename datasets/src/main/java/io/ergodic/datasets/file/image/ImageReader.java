package io.ergodic.datasets.file.image;

import io.ergodic.datasets.settings.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/**
 * Makes pixels of image files, all of one size.
 *
 * @param height,width that every image must have
 * @param like what has this size, for messages
 */
record ImageReader(PixelRules rules, int height, int width, String like) {
  /** Bytes of a pixel at most: four samples of 16 bits, packed not at all. */
  private static final int WIDEST = 8;

  private static final long AROUND = 16 << 20;

  /** A reader of images that are all like the first of these. */
  static ImageReader like(ImageFiles files, String first, PixelRules rules) throws IOException {
    ImageReader[] reader = new ImageReader[1];
    files.read(
        List.of(first),
        most(rules),
        (index, content) -> {
          try {
            ImageHeader header = header(first, content);
            rules.check(header);
            reader[0] =
                new ImageReader(
                    rules.with(rules.channels(header)),
                    header.height(),
                    header.width(),
                    "the first training image has");
          } catch (IOException wrong) {
            throw error(files, first, wrong);
          }
        });
    return reader[0];
  }

  /** Takes the height x width x channels bytes of an image, channels last. */
  interface Target {
    void accept(int index, byte[] pixels) throws IOException;
  }

  /** Reads files in the given order. */
  void read(ImageFiles files, List<String> names, Target target) throws IOException {
    files.read(
        names,
        most(rules),
        (index, content) -> target.accept(index, decoded(files, names.get(index), content)));
  }

  private static long most(PixelRules rules) {
    return AROUND + (long) WIDEST * rules.budget().pixels();
  }

  private byte[] decoded(ImageFiles files, String name, byte[] content) {
    try {
      ImageHeader header = header(name, content);
      if (header.height() != height || header.width() != width) {
        throw new IOException(
            "has "
                + header.text()
                + " (height x width x channels), "
                + like
                + " "
                + height
                + "x"
                + width
                + "x"
                + rules.channels());
      }
      rules.check(header);
      BufferedImage image = ImageFormat.of(content).decode(content);
      if (image.getHeight() != height || image.getWidth() != width) {
        throw new IOException("damaged: decoded to another size than its header says");
      }
      return rules.pixels(image, header);
    } catch (IOException wrong) {
      throw error(files, name, wrong);
    }
  }

  private static ImageHeader header(String name, byte[] content) throws IOException {
    ImageFormat format = ImageFormat.of(content);
    if (format instanceof JpegFormat && !Listing.isJpeg(name)) {
      // Names tell whether the decoder of JPEG files has a part in a dataset, which has to be said.
      throw new IOException("is a JPEG file; let its name end in .jpg");
    }
    return format.header(content);
  }

  private static InvalidInputException error(ImageFiles files, String name, IOException wrong) {
    return new InvalidInputException(
        files.setting() + ": " + files.path() + ": " + name + ": " + wrong.getMessage(), wrong);
  }
}
