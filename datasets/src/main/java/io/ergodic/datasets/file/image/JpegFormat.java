package io.ergodic.datasets.file.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** JPEG (ITU T.81): baseline, extended and progressive Huffman files of 8 bits, grey or colour. */
final class JpegFormat implements ImageFormat {
  /** Each is a pass over all pixels; files made to keep a decoder busy have thousands. */
  private static final int MOST_SCANS = 100;

  /** Blocks of 8 x 8 pixels that a byte can hold at most: one bit each. */
  private static final int BLOCKS = 8;

  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP0 = 0xe0;
  private static final int APP14 = 0xee;

  @Override
  public String name() {
    return "JPEG";
  }

  @Override
  public boolean begins(byte[] file) {
    return file.length >= 3
        && (file[0] & 0xff) == 0xff
        && (file[1] & 0xff) == SOI
        && (file[2] & 0xff) == 0xff;
  }

  @Override
  public ImageHeader header(byte[] file) throws IOException {
    return new Walk(file).header();
  }

  @Override
  public BufferedImage decode(byte[] file) throws IOException {
    Walk walk = new Walk(file);
    walk.header();
    return JdkDecoder.decode("jpeg", walk.kept.toByteArray());
  }

  /**
   * One way through the segments of a file. What makes no pixels (profiles, thumbnails, comments)
   * is left out of what is kept, so that no decoder looks at it.
   */
  private static final class Walk {
    private final byte[] file;
    private final ByteArrayOutputStream kept;
    private ImageHeader frame;
    private long scanned;
    private int scans;

    Walk(byte[] file) {
      this.file = file;
      this.kept = new ByteArrayOutputStream(file.length);
    }

    ImageHeader header() throws IOException {
      kept.write(file, 0, 2);
      int at = 2;
      while (true) {
        while (at + 1 < file.length && (file[at] & file[at + 1] & 0xff) == 0xff) {
          // Any number of fill bytes may stand before a marker.
          at++;
        }
        int marker = marker(at);
        at += 2;
        if (marker == EOI) {
          kept.write(file, at - 2, 2);
          return checked();
        }
        int length = length(at);
        boolean pixels = marker <= APP0 || marker == APP14;
        if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8) {
          frame(marker, at, length);
        }
        int end = at + length;
        if (marker == SOS) {
          end = scan(end);
        }
        if (pixels) {
          kept.write(file, at - 2, end - at + 2);
        }
        at = end;
      }
    }

    private int marker(int at) throws IOException {
      if (at + 2 > file.length) {
        throw new IOException("truncated JPEG: no end marker in its " + file.length + " bytes");
      }
      int marker = file[at + 1] & 0xff;
      if ((file[at] & 0xff) != 0xff || marker < 0xc0 || marker == SOI) {
        throw new IOException("damaged JPEG: no marker at byte " + at);
      }
      return marker;
    }

    private int length(int at) throws IOException {
      int length = at + 2 > file.length ? 0 : (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
      if (length < 2 || length > file.length - at) {
        throw new IOException("truncated JPEG: the segment at byte " + at + " has no end");
      }
      return length;
    }

    private void frame(int marker, int at, int length) throws IOException {
      if (marker > 0xc2) {
        throw new IOException(
            "a JPEG of a rare kind (SOF"
                + (marker - 0xc0)
                + "); baseline, extended and progressive ones can be read: convert it");
      }
      if (frame != null || length < 8) {
        throw new IOException("damaged JPEG: two frames, or one cut short, at byte " + at);
      }
      int bits = file[at + 2];
      int height = (file[at + 3] & 0xff) << 8 | file[at + 4] & 0xff;
      int width = (file[at + 5] & 0xff) << 8 | file[at + 6] & 0xff;
      int components = file[at + 7];
      if (bits != 8 || components != 1 && components != 3) {
        throw new IOException(
            "a JPEG of "
                + bits
                + " bits and "
                + components
                + " components; 8 bits and 1 (grey) or 3 (colour) can be read: convert it"
                + (components == 4 ? " from CMYK to RGB" : ""));
      }
      if (height == 0 || width == 0) {
        throw new IOException("damaged JPEG: impossible size " + height + "x" + width);
      }
      frame = new ImageHeader(height, width, components, 8);
    }

    /** The byte after the packed pixels that begin here. */
    private int scan(int from) throws IOException {
      if (frame == null) {
        throw new IOException("damaged JPEG: pixels before their frame, at byte " + from);
      }
      if (++scans > MOST_SCANS) {
        throw new IOException("a JPEG of more than " + MOST_SCANS + " scans: made to take time");
      }
      int at = from;
      while (at + 1 < file.length) {
        int next = file[at + 1] & 0xff;
        boolean restart = next >= 0xd0 && next <= 0xd7;
        if ((file[at] & 0xff) == 0xff && next != 0 && next != 0xff && !restart) {
          scanned += at - from;
          return at;
        }
        at++;
      }
      throw new IOException("truncated JPEG: no end marker in its " + file.length + " bytes");
    }

    private ImageHeader checked() throws IOException {
      if (frame == null || scans == 0) {
        throw new IOException("damaged JPEG: no pixels in it");
      }
      long blocks = ((frame.height() + 7L) / 8) * ((frame.width() + 7L) / 8);
      if (blocks > BLOCKS * scanned) {
        throw new IOException(
            "damaged JPEG: claims "
                + frame.height()
                + "x"
                + frame.width()
                + " pixels, which its "
                + scanned
                + " bytes of data cannot hold");
      }
      return frame;
    }
  }
}
