package io.ergodic.datasets.file.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The image decoders of the JDK itself, whatever others the class path brings. */
final class JdkDecoder {
  /** Decoders find these and go on at the right place. */
  private static final String HARMLESS = "extraneous bytes before marker";

  private JdkDecoder() {}

  /**
   * Decodes a file.
   *
   * @throws IOException also for what the decoder has only a warning for: pixels it made up
   */
  static BufferedImage decode(String format, byte[] file) throws IOException {
    ImageReader reader = own(format);
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      BufferedImage image = reader.read(0);
      for (String warning : warnings) {
        if (!warning.contains(HARMLESS)) {
          throw new IOException(damaged(format, warning));
        }
      }
      return image;
    } catch (RuntimeException damaged) {
      // The JDK's readers answer some damaged streams with index and argument exceptions.
      throw new IOException(damaged(format, damaged.getMessage()), damaged);
    } catch (IOException damaged) {
      String cause = damaged.getCause() == null ? "" : ": " + damaged.getCause().getMessage();
      throw new IOException(damaged(format, damaged.getMessage() + cause), damaged);
    } finally {
      reader.dispose();
    }
  }

  private static String damaged(String format, String problem) {
    String prefix = "damaged " + format.toUpperCase(Locale.ROOT) + ": ";
    return problem != null && problem.startsWith(prefix) ? problem : prefix + problem;
  }

  private static ImageReader own(String format) {
    Iterator<ImageReader> all = ImageIO.getImageReadersByFormatName(format);
    while (all.hasNext()) {
      ImageReader reader = all.next();
      if (reader.getClass().getModule().equals(ImageIO.class.getModule())) {
        return reader;
      }
    }
    throw new IllegalStateException("this Java has no decoder of " + format);
  }
}
