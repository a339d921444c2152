package io.ergodic.datasets.file.image;

import io.ergodic.datasets.file.PixelBudget;
import io.ergodic.datasets.settings.Settings;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.List;

/**
 * How samples of a file become bytes. Nothing is rounded, mixed or dropped that no setting names:
 * other numbers of channels, 16 bits and transparency are refused with the key that allows them.
 * Colours are taken as stored: no profile, gamma or orientation is applied.
 *
 * @param channels of all images: 1 or 3; 0 for those of the first
 * @param convert whether files of the other number of channels are converted: grey is repeated,
 *     colour becomes its luma (ITU-R BT.601)
 * @param alpha what becomes of transparent pixels: refuse, drop, white or black
 * @param round whether samples of 16 bits are rounded to 8
 * @param budget of pixels
 */
record PixelRules(int channels, boolean convert, String alpha, boolean round, PixelBudget budget) {
  private static final String REFUSE = "refuse";
  private static final String DROP = "drop";
  private static final List<String> ALPHA = List.of(REFUSE, DROP, "white", "black");
  private static final int OPAQUE = 255;

  /** Reads {@code channels}, {@code alpha}, {@code bits} and {@code pixels}. */
  static PixelRules read(Settings settings) {
    int channels = settings.has("channels") ? settings.integer("channels", 1, 3) : 0;
    if (channels == 2) {
      throw settings.error("channels", "must be 1 (grey) or 3 (colour), not 2");
    }
    String alpha = settings.choice("alpha", REFUSE, ALPHA);
    boolean round = settings.has("bits") && settings.integer("bits", 8, 8) == 8;
    return new PixelRules(channels, channels != 0, alpha, round, PixelBudget.read(settings));
  }

  /** The rules of a model that reads so many channels. */
  static PixelRules of(int channels, PixelBudget budget) {
    return new PixelRules(channels, true, REFUSE, false, budget);
  }

  /** These rules for images of so many channels. */
  PixelRules with(int number) {
    return new PixelRules(number, convert, alpha, round, budget);
  }

  /** Channels that an image of this header gets. */
  int channels(ImageHeader header) {
    return channels == 0 ? header.channels() : channels;
  }

  /** Refuses what these rules do not allow, by the header alone. */
  void check(ImageHeader header) throws IOException {
    budget.check(header.height(), header.width(), IOException::new);
    if (header.bits() == 16 && !round) {
      throw new IOException("has 16 bits a sample; bits = 8 rounds them to 8");
    }
    if (channels != 0 && header.channels() != channels && !convert) {
      throw new IOException(
          header.channels() == 1
              ? "is grey, the first training image is not; channels = 3 repeats grey,"
                  + " channels = 1 makes all grey"
              : "has colours, the first training image is grey; channels = 3 repeats grey,"
                  + " channels = 1 makes all grey");
    }
  }

  /** Height x width x channels bytes, channels last. */
  byte[] pixels(BufferedImage image, ImageHeader header) throws IOException {
    int wanted = channels(header);
    int width = image.getWidth();
    byte[] pixels = new byte[image.getHeight() * width * wanted];
    Samples samples = new Samples(image, header.bits() == 16);
    int[] colour = new int[4];
    for (int y = 0, i = 0; y < image.getHeight(); y++) {
      samples.row(y);
      for (int x = 0; x < width; x++) {
        samples.get(x, colour);
        if (colour[3] != OPAQUE) {
          blend(colour, y, x);
        }
        if (wanted == 3) {
          pixels[i++] = (byte) colour[0];
          pixels[i++] = (byte) colour[1];
          pixels[i++] = (byte) colour[2];
        } else {
          pixels[i++] = (byte) (header.channels() == 1 ? colour[0] : luma(colour));
        }
      }
    }
    return pixels;
  }

  private static int luma(int[] colour) {
    return (299 * colour[0] + 587 * colour[1] + 114 * colour[2] + 500) / 1000;
  }

  private void blend(int[] colour, int y, int x) throws IOException {
    if (alpha.equals(REFUSE)) {
      throw new IOException(
          "is transparent at row "
              + y
              + ", column "
              + x
              + "; alpha = white or black lays it over that colour, alpha = drop takes the colours"
              + " that are stored");
    }
    if (!alpha.equals(DROP)) {
      int ground = alpha.equals("white") ? 255 : 0;
      for (int k = 0; k < 3; k++) {
        colour[k] = (colour[k] * colour[3] + ground * (OPAQUE - colour[3]) + 127) / OPAQUE;
      }
    }
  }

  /** Samples of an image as 8 bits of red, green, blue and opacity, a row at a time. */
  private static final class Samples {
    private final BufferedImage image;
    private final boolean palette;
    private final boolean wide;
    private final int bands;
    private int[] row;

    Samples(BufferedImage image, boolean wide) {
      this.image = image;
      this.palette = image.getColorModel() instanceof IndexColorModel;
      this.wide = wide;
      this.bands = image.getRaster().getNumBands();
    }

    void row(int y) {
      int width = image.getWidth();
      if (palette) {
        row = image.getRGB(0, y, width, 1, row, 0, width);
      } else {
        // Stored samples: getRGB would convert grey through a linear colour space.
        Raster raster = image.getRaster();
        row = raster.getPixels(0, y, width, 1, row);
      }
    }

    void get(int x, int[] colour) {
      if (palette) {
        colour[0] = row[x] >> 16 & 0xff;
        colour[1] = row[x] >> 8 & 0xff;
        colour[2] = row[x] & 0xff;
        colour[3] = row[x] >>> 24;
        return;
      }
      int at = x * bands;
      boolean grey = bands < 3;
      for (int k = 0; k < 3; k++) {
        colour[k] = sample(row[grey ? at : at + k]);
      }
      colour[3] = bands == 2 || bands == 4 ? sample(row[at + bands - 1]) : OPAQUE;
    }

    private int sample(int value) {
      return wide ? (value * 255 + 32767) / 65535 : value;
    }
  }
}
