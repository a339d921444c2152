package io.ergodic.evaluation.report;

import java.awt.image.BufferedImage;
import java.util.Base64;

/** Grey pixels as PNG. */
final class GreyImage {
  private GreyImage() {}

  /** Row-major grey values 0 to 255 as a {@code data:} address. */
  static String dataUri(int[] pixels, int height, int width) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, width, height, pixels);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(Png.of(image));
  }
}
