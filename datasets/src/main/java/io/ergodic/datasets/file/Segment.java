package io.ergodic.datasets.file;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.source.Row;

/**
 * Rows {@code from} (included) to {@code to} (excluded) of a table, which make one series.
 *
 * @param table index of the table in its plan
 * @param id of the series within its split
 */
public record Segment(int table, Split split, String id, long from, long to) {
  public long rows() {
    return to - from;
  }

  public long blocks() {
    return (rows() + Row.Block.SAMPLES - 1) / Row.Block.SAMPLES;
  }
}
