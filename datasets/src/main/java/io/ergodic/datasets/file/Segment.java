package io.ergodic.datasets.file;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.source.TimeSplit;
import java.util.Arrays;
import java.util.List;

/**
 * Rows {@code from} (included) to {@code to} (excluded) of a table, which make one series.
 *
 * @param table index of the table in its plan
 * @param id of the series within its split
 */
public record Segment(int table, Split split, String id, long from, long to) {
  /** The segments of one series cut along time; a split without rows has none. */
  public static List<Segment> of(TimeSplit time, int table, String id, int context) {
    return Arrays.stream(Split.values())
        .filter(time::has)
        .map(split -> new Segment(table, split, id, time.from(split, context), time.to(split)))
        .toList();
  }

  public long rows() {
    return to - from;
  }

  public long blocks() {
    return (rows() + SeriesBlock.SAMPLES - 1) / SeriesBlock.SAMPLES;
  }
}
