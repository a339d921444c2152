package io.ergodic.datasets.file.image;

import io.ergodic.datasets.settings.InvalidInputException;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * One PNG of a set.
 *
 * @param label name of its class: the folder it lies in
 * @param name where it lies, for messages and order
 */
record PngEntry(String label, String name) {
  /**
   * A decoded image.
   *
   * @param pixels height x width x channels
   */
  record Pixels(int height, int width, int channels, byte[] pixels) {}

  /** Decodes a PNG to grey (one band) or RGB (three bands; a fourth, alpha, is dropped). */
  static Pixels decode(byte[] bytes, String name) {
    BufferedImage image;
    try {
      image = ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException | RuntimeException broken) {
      throw new InvalidInputException(
          name + ": broken or truncated PNG (" + broken.getMessage() + ")", broken);
    }
    if (image == null) {
      throw new InvalidInputException(name + ": not a PNG");
    }
    int height = image.getHeight();
    int width = image.getWidth();
    boolean grey = image.getColorModel().getNumColorComponents() == 1;
    int channels = grey ? 1 : 3;
    byte[] pixels = new byte[height * width * channels];
    if (grey && image.getSampleModel().getSampleSize(0) == 8) {
      Raster raster = image.getRaster();
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) raster.getSample(i % width, i / width, 0);
      }
      return new Pixels(height, width, 1, pixels);
    }
    for (int i = 0; i < height * width; i++) {
      int colour = image.getRGB(i % width, i / width);
      for (int c = 0; c < channels; c++) {
        pixels[i * channels + c] = (byte) (colour >> (16 - 8 * c));
      }
    }
    return new Pixels(height, width, channels, pixels);
  }
}
