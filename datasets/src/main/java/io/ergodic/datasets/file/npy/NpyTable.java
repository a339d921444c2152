package io.ergodic.datasets.file.npy;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.file.SeriesTable;
import io.ergodic.datasets.kind.series.SeriesBlock;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.List;

/**
 * An array of rows x variables (or rows alone) as a table: every {@code stride}-th row, chosen
 * variables. Reads by position, so that a shard costs what it holds.
 */
final class NpyTable implements SeriesTable {
  private static final int CHUNK = SeriesBlock.SAMPLES;

  private final InputFile file;
  private final NpyHeader header;
  private final int stride;
  private final int[] variables;
  private final List<String> names;

  /**
   * @param variables indices of the array's columns to keep
   * @param names of all columns, for messages
   */
  NpyTable(InputFile file, NpyHeader header, int stride, int[] variables, List<String> names) {
    this.file = file;
    this.header = header;
    this.stride = stride;
    this.variables = variables;
    this.names = names;
  }

  @Override
  public InputFile file() {
    return file;
  }

  /** Rows after the stride. */
  long rows() {
    return (header.shape()[0] + stride - 1) / stride;
  }

  static int width(NpyHeader header) {
    return header.shape().length == 1 ? 1 : Math.toIntExact(header.shape()[1]);
  }

  @Override
  public Cursor open(long row) throws IOException {
    return new Reader(Files.newByteChannel(file.path()), row);
  }

  private final class Reader implements Cursor {
    private final SeekableByteChannel channel;
    private final int width = width(header);
    private final int bytes = header.type().bytes();
    private final ByteBuffer buffer;
    private final int capacity;
    private long row;
    private long first;
    private int held;

    Reader(SeekableByteChannel channel, long start) {
      this.channel = channel;
      this.row = start * stride;
      this.capacity = (int) Math.max(1, Math.min(CHUNK, (1L << 26) / ((long) width * bytes)));
      this.buffer =
          ByteBuffer.allocate(Math.multiplyExact(capacity, width * bytes))
              .order(header.type().order());
    }

    @Override
    public void next(double[] target, int offset) throws IOException {
      if (row < first || row >= first + held) {
        fill();
      }
      int local = (int) (row - first);
      for (int k = 0; k < variables.length; k++) {
        int element = header.fortran() ? variables[k] * held + local : local * width + variables[k];
        double value = header.type().read(buffer, element * bytes);
        if (!Double.isFinite(value)) {
          throw file.error(
              value
                  + " at row "
                  + row
                  + ", column "
                  + names.get(variables[k])
                  + " (rows counted from 0); a series must be finite throughout");
        }
        target[offset + k] = value;
      }
      row += stride;
    }

    private void fill() throws IOException {
      first = row;
      held = (int) Math.min(capacity, header.shape()[0] - row);
      if (header.fortran()) {
        for (int column = 0; column < width; column++) {
          long at = header.start() + (column * header.shape()[0] + first) * bytes;
          read(at, column * held * bytes, held * bytes);
        }
      } else {
        read(header.start() + first * width * bytes, 0, held * width * bytes);
      }
    }

    private void read(long position, int offset, int count) throws IOException {
      ByteBuffer part = buffer.slice(offset, count);
      channel.position(position);
      while (part.hasRemaining()) {
        if (channel.read(part) < 0) {
          throw new EOFException(file.path() + " became shorter while it was read");
        }
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
