package io.ergodic.datasets.file.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which JPEG decoder this Java has. The standard leaves a decoder free to round, and a Java is
 * built with one library or another (IJG's own, or the libjpeg-turbo of the system), so that the
 * same file may have other pixels elsewhere. A dataset therefore says by which decoder its pixels
 * were made: by the hash of what it makes of a small file of coloured noise with halved colour
 * resolution, which has all that decoders differ in.
 */
final class JpegDecoder {
  private static final String REFERENCE = "reference.jpg";
  private static final int DIGITS = 12;

  private JpegDecoder() {}

  /** The first digits of the hash. */
  static String fingerprint() {
    return Held.FINGERPRINT;
  }

  private static String measured() {
    try (InputStream in = JpegDecoder.class.getResourceAsStream(REFERENCE)) {
      BufferedImage image = new JpegFormat().decode(in.readAllBytes());
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Raster raster = image.getRaster();
      int[] samples = raster.getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
      for (int sample : samples) {
        digest.update((byte) sample);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final class Held {
    private static final String FINGERPRINT = measured();
  }
}
