package io.ergodic.datasets.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * What comes out of a compressed stream: as much as such data can be, and no more. A small file
 * that unpacks to thousands of times its size is made to fill memory and disks.
 */
public final class Unpacked extends FilterInputStream {
  /** The system property of how many times its size a compressed file may unpack to. */
  public static final String EXPANSION = "ergodic.read.expansion";

  private static final int USUAL = 250;

  /** What any file may unpack to, for the smallest ones are the ones that repeat most. */
  private static final long ALWAYS = 16L << 20;

  private static final int BUFFER = 1 << 16;

  private final Function<String, ? extends RuntimeException> refusal;
  private final long packed;
  private final long most;
  private long given;

  /**
   * @param in gives the unpacked bytes
   * @param packed size of the compressed bytes
   * @param refusal makes of what is wrong what is thrown
   */
  public Unpacked(
      InputStream in, long packed, Function<String, ? extends RuntimeException> refusal) {
    super(in);
    this.refusal = refusal;
    this.packed = packed;
    this.most = Math.max(ALWAYS, packed * Integer.getInteger(EXPANSION, USUAL));
  }

  /** What comes out of gzip. */
  public static Unpacked gzip(
      InputStream in, long packed, Function<String, ? extends RuntimeException> refusal)
      throws IOException {
    try {
      return new Unpacked(new GZIPInputStream(in, BUFFER), packed, refusal);
    } catch (IOException damaged) {
      throw refusal.apply(damage(damaged, 0));
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int count = in.read(bytes, offset, length);
      given += Math.max(0, count);
      if (given > most) {
        throw refusal.apply(
            "its "
                + packed
                + " bytes unpack to more than "
                + most
                + ", which is more than data do; if that is right, unpack it first, or raise the"
                + " system property "
                + EXPANSION
                + " ("
                + Integer.getInteger(EXPANSION, USUAL)
                + " times its size)");
      }
      return count;
    } catch (IOException damaged) {
      throw refusal.apply(damage(damaged, given));
    }
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] passed = new byte[(int) Math.max(0, Math.min(count, BUFFER))];
    return passed.length == 0 ? 0 : Math.max(0, read(passed, 0, passed.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  static String damage(IOException damaged, long given) {
    return "a packed file, truncated or damaged after "
        + given
        + " bytes of content: "
        + damaged.getMessage();
  }
}
