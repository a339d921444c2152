package io.ergodic.datasets.file.time;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where the next row does not follow a step later.
 *
 * @param after index of the row before each gap
 * @param missing rows that are not there; 0 where no whole number of steps lies between
 * @param differences in ticks
 * @param rows of the series in all
 * @param regular whether most rows are a step apart
 */
record TimeGaps(
    List<Integer> after, List<Long> missing, List<Long> differences, int rows, boolean regular) {
  /**
   * @param times in rising order
   */
  static TimeGaps find(long[] times, TimeStep step, double tolerance) {
    List<Integer> after = new ArrayList<>();
    List<Long> missing = new ArrayList<>();
    List<Long> differences = new ArrayList<>();
    for (int i = 1; i < times.length; i++) {
      long steps = times[i] == times[i - 1] ? 1 : step.steps(times[i - 1], times[i], tolerance);
      if (steps != 1) {
        after.add(i - 1);
        missing.add(Math.max(0, steps - 1));
        differences.add(times[i] - times[i - 1]);
      }
    }
    return new TimeGaps(after, missing, differences, times.length, 2 * after.size() < times.length);
  }

  boolean isEmpty() {
    return after.isEmpty();
  }

  /** Whether rows on the steps can fill all of them. */
  boolean whole() {
    return missing.stream().allMatch(count -> count > 0);
  }

  /** What is wrong, with the first places of it. */
  String describe(TimeColumn column, int[] rowOf, TimeStep step, int most) {
    String places =
        IntStream.range(0, Math.min(most, after.size()))
            .mapToObj(k -> place(column, rowOf, k))
            .collect(Collectors.joining(", "));
    String more = after.size() > most ? " and " + (after.size() - most) + " more" : "";
    String start = "column " + column.name() + ": ";
    if (!regular) {
      return start + "the times have no regular step: " + places + more;
    }
    String size = step.ticks() > 0 ? column.format().showDifference(step.ticks()) : step.describe();
    return start
        + after.size()
        + (after.size() == 1 ? " gap" : " gaps")
        + " in times a step of "
        + size
        + " apart: "
        + places
        + more;
  }

  private String place(TimeColumn column, int[] rowOf, int gap) {
    int row = after.get(gap);
    long count = missing.get(gap);
    return column.show(rowOf[row])
        + " to "
        + column.show(rowOf[row + 1])
        + ", "
        + (count == 0
            ? column.format().showDifference(differences.get(gap))
            : count + (count == 1 ? " row" : " rows") + " missing");
  }

  /** The rows with those between them filled in. */
  Arrangement fill(int[] rowOf, String how) {
    int total = Math.toIntExact(rows + missing.stream().mapToLong(Long::longValue).sum());
    int[] before = new int[total];
    int[] next = new int[total];
    double[] weight = new double[total];
    int at = 0;
    int gap = 0;
    for (int i = 0; i < rows; i++) {
      before[at] = rowOf[i];
      next[at++] = rowOf[i];
      if (gap < after.size() && after.get(gap) == i) {
        long count = missing.get(gap++);
        for (long k = 1; k <= count; k++, at++) {
          boolean linear = how.equals(TimeSettings.LINEAR);
          before[at] = how.equals(TimeSettings.MISSING) ? -1 : rowOf[i];
          next[at] = linear ? rowOf[i + 1] : rowOf[i];
          weight[at] = linear ? k / (double) (count + 1) : 0;
        }
      }
    }
    return new Arrangement(before, next, weight);
  }
}
