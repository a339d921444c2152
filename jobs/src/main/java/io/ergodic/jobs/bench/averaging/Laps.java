package io.ergodic.jobs.bench.averaging;

import io.ergodic.jobs.train.RoundListener;
import io.ergodic.jobs.train.RoundRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Times rounds by a clock of its own: from one record to the next, so that nothing an engine does
 * between rounds is lost.
 */
final class Laps implements RoundListener {
  private final List<Lap> laps = new ArrayList<>();
  private long mark = System.nanoTime();

  /** A round and its wall time in milliseconds. */
  record Lap(double wall, RoundRecord record) {}

  @Override
  public void finished(RoundRecord round) {
    long now = System.nanoTime();
    laps.add(new Lap((now - mark) * 1e-6, round));
    mark = now;
  }

  int count() {
    return laps.size();
  }

  /** Mean milliseconds a round of every group of consecutive rounds, the first ones left out. */
  Sample walls(int skipped, int group) {
    return sample(skipped, group, Lap::wall);
  }

  /** The same, without the time in which steps were taken. */
  Sample apart(int skipped, int group) {
    return sample(skipped, group, lap -> lap.wall() - lap.record().computeMs());
  }

  /** Mean of a column of the records in every group of consecutive rounds. */
  Sample column(int skipped, int group, ToDoubleFunction<RoundRecord> column) {
    return sample(skipped, group, lap -> column.applyAsDouble(lap.record()));
  }

  private Sample sample(int skipped, int group, ToDoubleFunction<Lap> value) {
    List<Double> means = new ArrayList<>();
    for (int from = skipped; from + group <= laps.size(); from += group) {
      means.add(
          laps.subList(from, from + group).stream().mapToDouble(value).average().orElseThrow());
    }
    return new Sample(means);
  }
}
