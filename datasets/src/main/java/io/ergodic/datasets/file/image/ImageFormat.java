package io.ergodic.datasets.file.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;

/** A format of image files. Exceptions say what is wrong, without the name of the file. */
interface ImageFormat {
  /** All there are. */
  List<ImageFormat> ALL = List.of(new PngFormat(), new JpegFormat());

  /** Bytes shown of a file that is none of them. */
  int SHOWN = 8;

  String name();

  /** Whether a file begins like one of these. */
  boolean begins(byte[] file);

  /** Walks through the whole file, taking no memory, and reads what it says of itself. */
  ImageHeader header(byte[] file) throws IOException;

  /** Decodes a file that {@link #header} has passed. */
  BufferedImage decode(byte[] file) throws IOException;

  /** The format of a file, whatever its name ends with. */
  static ImageFormat of(byte[] file) throws IOException {
    for (ImageFormat format : ALL) {
      if (format.begins(file)) {
        return format;
      }
    }
    throw new IOException(
        "neither a PNG nor a JPEG file: it begins with the bytes "
            + HexFormat.ofDelimiter(" ").formatHex(file, 0, Math.min(SHOWN, file.length)));
  }
}
