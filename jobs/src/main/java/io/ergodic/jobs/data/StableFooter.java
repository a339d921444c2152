package io.ergodic.jobs.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A file for Parquet's writer whose footer is the same in every process. The writer keeps the
 * encodings of a column in a hash set of enum constants, whose order is that of their identity hash
 * codes: another in every virtual machine. Here the end of the file is held back until it is
 * closed, and the encodings in its footer are sorted first. It is the same on every file system
 * too: nothing is asked of the one that it goes to.
 */
public final class StableFooter implements OutputFile {
  /** The footer takes a kilobyte or two for each row group. */
  private static final int HELD_BACK = 1 << 20;

  private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

  /** The length of the footer and the magic number after it. */
  private static final int ENDING = 8;

  private final OutputStream out;

  /**
   * @param out where the file goes; closed with it
   */
  public StableFooter(OutputStream out) {
    this.out = out;
  }

  @Override
  public PositionOutputStream create(long blockSize) {
    return new Tail(out);
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSize) {
    return new Tail(out);
  }

  /** Or row groups would be padded to the blocks of one file system, and not of another. */
  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }

  /** The end of a whole file with its footer brought into order; the length stays. */
  private static byte[] ordered(byte[] tail) throws IOException {
    int end = tail.length - ENDING;
    int length =
        end < 0 ? -1 : ByteBuffer.wrap(tail, end, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (end < MAGIC.length || !Arrays.equals(tail, end + 4, tail.length, MAGIC, 0, MAGIC.length)) {
      // Not a finished file, for the writer failed: its own exception is on the way.
      return tail;
    }
    if (length <= 0 || length > end) {
      throw new IOException("a footer of " + length + " bytes is more than is held back of a file");
    }
    FileMetaData footer =
        Util.readFileMetaData(new ByteArrayInputStream(tail, end - length, length));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        column.getMeta_data().getEncodings().sort(null);
        if (column.getMeta_data().isSetEncoding_stats()) {
          column
              .getMeta_data()
              .getEncoding_stats()
              .sort(
                  Comparator.comparing(PageEncodingStats::getPage_type)
                      .thenComparing(PageEncodingStats::getEncoding));
        }
      }
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream(length);
    Util.writeFileMetaData(footer, written);
    if (written.size() != length) {
      throw new IOException("a footer of " + length + " bytes became one of " + written.size());
    }
    System.arraycopy(written.toByteArray(), 0, tail, end - length, length);
    return tail;
  }

  private static final class Tail extends PositionOutputStream {
    private final OutputStream out;
    private final byte[] held = new byte[2 * HELD_BACK];
    private int size;
    private long position;
    private boolean closed;

    Tail(OutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int from = offset;
      int left = length;
      while (left > 0) {
        if (size == held.length) {
          out.write(held, 0, HELD_BACK);
          System.arraycopy(held, HELD_BACK, held, 0, HELD_BACK);
          size = HELD_BACK;
        }
        int part = Math.min(left, held.length - size);
        System.arraycopy(bytes, from, held, size, part);
        size += part;
        from += part;
        left -= part;
      }
      position += length;
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      try (out) {
        out.write(ordered(Arrays.copyOf(held, size)));
      }
    }
  }
}
