package io.ergodic.datasets.file.png;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The size of a PNG file (ISO/IEC 15948) and its pixels. Grey files have 1 channel, all others 3;
 * transparency is dropped.
 */
record PngImage(int height, int width, int channels) {
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int FIRST_CHUNK = 8;
  private static final int MOST = 1 << 14;

  /**
   * Checks the whole file, chunk by chunk, and reads its size.
   *
   * @throws IOException saying what is wrong, without the file's name
   */
  static PngImage check(byte[] file) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(file);
    if (file.length < FIRST_CHUNK || buffer.getLong(0) != SIGNATURE) {
      throw new IOException("not a PNG file: it does not begin with the PNG signature");
    }
    int at = FIRST_CHUNK;
    while (true) {
      if (file.length - at < 12) {
        throw new IOException("truncated PNG: no end chunk in its " + file.length + " bytes");
      }
      int length = buffer.getInt(at);
      String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (length < 0 || length > file.length - at - 12) {
        throw new IOException(
            "truncated PNG: chunk "
                + type
                + " at byte "
                + at
                + " needs "
                + (length & 0xffffffffL)
                + " bytes, found "
                + (file.length - at - 12));
      }
      CRC32 crc = new CRC32();
      crc.update(file, at + 4, length + 4);
      if ((int) crc.getValue() != buffer.getInt(at + 8 + length)) {
        throw new IOException("damaged PNG: wrong checksum of chunk " + type + " at byte " + at);
      }
      if (at == FIRST_CHUNK && !(type.equals("IHDR") && length == 13)) {
        throw new IOException("damaged PNG: the first chunk is " + type + ", not IHDR");
      }
      if (type.equals("IEND")) {
        break;
      }
      at += 12 + length;
    }
    int width = buffer.getInt(16);
    int height = buffer.getInt(20);
    if (width < 1 || height < 1 || width > MOST || height > MOST) {
      throw new IOException("impossible size " + height + "x" + width);
    }
    if (file[24] == 16) {
      throw new IOException("16 bits a sample; convert it to 8");
    }
    boolean grey = file[25] == 0 || file[25] == 4;
    return new PngImage(height, width, grey ? 1 : 3);
  }

  /** Decodes a checked file to height x width x channels bytes, channels last. */
  byte[] decode(byte[] file) throws IOException {
    BufferedImage image = read(file);
    if (image.getHeight() != height || image.getWidth() != width) {
      throw new IOException("damaged PNG: decoded to another size than its header says");
    }
    byte[] pixels = new byte[height * width * channels];
    // Samples below 8 bits come with a palette, whose colours ImageIO has scaled already; other
    // grey
    // samples are taken as stored, since getRGB would convert them through a linear colour space.
    boolean stored = channels == 1 && file[24] == 8;
    Raster raster = image.getRaster();
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (stored) {
          pixels[i++] = (byte) raster.getSample(x, y, 0);
        } else {
          int rgb = image.getRGB(x, y);
          pixels[i++] = (byte) (rgb >> 16);
          if (channels == 3) {
            pixels[i++] = (byte) (rgb >> 8);
            pixels[i++] = (byte) rgb;
          }
        }
      }
    }
    return pixels;
  }

  private static BufferedImage read(byte[] file) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      return reader.read(0);
    } catch (RuntimeException damaged) {
      // The JDK's reader answers some damaged streams with index and argument exceptions.
      throw new IOException("damaged PNG: " + damaged.getMessage(), damaged);
    } finally {
      reader.dispose();
    }
  }

  String text() {
    return height + "x" + width + "x" + channels;
  }
}
