package io.ergodic.jobs.bench.averaging;

import io.ergodic.jobs.train.RoundListener;
import io.ergodic.jobs.train.RoundRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures the wall time of rounds from one record to the next, so that it includes everything that
 * an engine does between rounds.
 */
final class RoundTimes implements RoundListener {
  private final List<RoundTime> times = new ArrayList<>();
  private long mark = System.nanoTime();

  /** A round and its wall time in milliseconds. */
  record RoundTime(double wall, RoundRecord record) {}

  @Override
  public void finished(RoundRecord round) {
    long now = System.nanoTime();
    times.add(new RoundTime((now - mark) * 1e-6, round));
    mark = now;
  }

  int count() {
    return times.size();
  }

  /**
   * Mean milliseconds of a round, for every group of {@code group} consecutive rounds after the
   * first {@code skipped}.
   */
  Sample walls(int skipped, int group) {
    return sample(skipped, group, RoundTime::wall);
  }

  /** The same, without the time of the steps. */
  Sample apart(int skipped, int group) {
    return sample(skipped, group, round -> round.wall() - round.record().computeMs());
  }

  /** Mean of a column of the records, for every group of consecutive rounds. */
  Sample column(int skipped, int group, ToDoubleFunction<RoundRecord> column) {
    return sample(skipped, group, round -> column.applyAsDouble(round.record()));
  }

  private Sample sample(int skipped, int group, ToDoubleFunction<RoundTime> value) {
    List<Double> means = new ArrayList<>();
    for (int from = skipped; from + group <= times.size(); from += group) {
      means.add(
          times.subList(from, from + group).stream().mapToDouble(value).average().orElseThrow());
    }
    return new Sample(means);
  }
}
