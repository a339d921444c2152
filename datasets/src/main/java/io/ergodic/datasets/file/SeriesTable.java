package io.ergodic.datasets.file;

import java.io.Closeable;
import java.io.IOException;

/** Rows of numbers at equal steps of time, read in order from any row on. */
public interface SeriesTable {
  InputFile file();

  /** Opens the table before a row, counted from 0. */
  Cursor open(long row) throws IOException;

  /** Gives one row after the other. */
  interface Cursor extends Closeable {
    /** Reads the next row to {@code target[offset...]}; asked only for rows that exist. */
    void next(double[] target, int offset) throws IOException;
  }
}
