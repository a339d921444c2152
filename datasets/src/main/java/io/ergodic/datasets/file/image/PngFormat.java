package io.ergodic.datasets.file.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** PNG (ISO/IEC 15948). Grey files have 1 channel, all others 3. */
final class PngFormat implements ImageFormat {
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int FIRST_CHUNK = 8;
  private static final int AROUND = 12;

  /** Bytes that one byte of a deflate stream can become at most. */
  private static final int EXPANSION = 1032;

  /**
   * The chunks that make pixels. Others are not handed to the decoder: texts and profiles in them
   * may be packed a thousandfold.
   */
  private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  @Override
  public String name() {
    return "PNG";
  }

  @Override
  public boolean begins(byte[] file) {
    return file.length >= FIRST_CHUNK && ByteBuffer.wrap(file).getLong(0) == SIGNATURE;
  }

  private interface Visitor {
    void chunk(String type, int at, int length);
  }

  @Override
  public ImageHeader header(byte[] file) throws IOException {
    long[] packed = new long[1];
    walk(file, (type, at, length) -> packed[0] += type.equals("IDAT") ? length : 0);
    ByteBuffer buffer = ByteBuffer.wrap(file);
    int width = buffer.getInt(16);
    int height = buffer.getInt(20);
    int bits = file[24];
    int colour = file[25];
    if (width < 1 || height < 1) {
      throw new IOException(
          "damaged PNG: impossible size "
              + Integer.toUnsignedString(height)
              + "x"
              + Integer.toUnsignedString(width));
    }
    long row = 1 + ((long) width * samples(colour, bits) * bits + 7) / 8;
    // Half of it at least, for interlaced files have other rows; exactness is the decoder's part.
    if (row * height / 2 > EXPANSION * packed[0]) {
      throw new IOException(
          "damaged PNG: claims "
              + height
              + "x"
              + width
              + " pixels, which its "
              + packed[0]
              + " bytes of data cannot hold");
    }
    boolean grey = colour == 0 || colour == 4;
    return new ImageHeader(height, width, grey ? 1 : 3, bits == 16 ? 16 : 8);
  }

  private static int samples(int colour, int bits) throws IOException {
    boolean whole = bits == 8 || bits == 16;
    boolean part = bits == 1 || bits == 2 || bits == 4;
    int samples =
        switch (colour) {
          case 0 -> whole || part ? 1 : 0;
          case 2 -> whole ? 3 : 0;
          case 3 -> bits == 8 || part ? 1 : 0;
          case 4 -> whole ? 2 : 0;
          case 6 -> whole ? 4 : 0;
          default -> 0;
        };
    if (samples == 0) {
      throw new IOException("damaged PNG: no colour type " + colour + " of " + bits + " bits");
    }
    return samples;
  }

  /** Checks every chunk up to the last. */
  private static void walk(byte[] file, Visitor visitor) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(file);
    int at = FIRST_CHUNK;
    while (true) {
      if (file.length - at < AROUND) {
        throw new IOException("truncated PNG: no end chunk in its " + file.length + " bytes");
      }
      int length = buffer.getInt(at);
      String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (length < 0 || length > file.length - at - AROUND) {
        throw new IOException(
            "truncated PNG: the chunk at byte "
                + at
                + " needs "
                + Integer.toUnsignedString(length)
                + " bytes, found "
                + (file.length - at - AROUND));
      }
      CRC32 crc = new CRC32();
      crc.update(file, at + 4, length + 4);
      if ((int) crc.getValue() != buffer.getInt(at + 8 + length)) {
        throw new IOException("damaged PNG: wrong checksum of the chunk at byte " + at);
      }
      if (at == FIRST_CHUNK && !(type.equals("IHDR") && length == 13)) {
        throw new IOException("damaged PNG: the first chunk is not IHDR");
      }
      visitor.chunk(type, at, length);
      if (type.equals("IEND")) {
        return;
      }
      at += AROUND + length;
    }
  }

  @Override
  public BufferedImage decode(byte[] file) throws IOException {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream(file.length);
    pixels.write(file, 0, FIRST_CHUNK);
    walk(
        file,
        (type, at, length) -> {
          if (PIXELS.contains(type)) {
            pixels.write(file, at, AROUND + length);
          }
        });
    return JdkDecoder.decode("png", pixels.toByteArray());
  }
}
