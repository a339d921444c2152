package io.ergodic.jobs.train.round;

import io.ergodic.jobs.crew.Work;
import io.ergodic.models.kernel.WeightedMean;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Averages some pieces of all workers' vectors, in the order of the workers, so that every value is
 * the same sum in the same order as on the driver; and keeps them, for all to begin the next round
 * with.
 *
 * @param parts of the workers, in their order
 */
record SliceMean(List<Cut> cuts, List<Part> parts) implements Work<SliceMean.Made> {

  /** A worker's vectors and how much they count. */
  record Part(Holding holding, long weight) implements Serializable {}

  /**
   * What comes of it.
   *
   * @param holding where the mean is; null when something was missing
   * @param missing workers whose pieces could not be had
   */
  record Made(Holding holding, List<Integer> missing) implements Serializable {}

  @Override
  public Made run() throws InterruptedException {
    int length = cuts.stream().mapToInt(Cut::length).sum();
    float[][] values = new float[parts.size()][length];
    List<Fetch.Piece> pieces = new ArrayList<>();
    for (int worker = 0; worker < values.length; worker++) {
      int at = 0;
      for (Cut cut : cuts) {
        pieces.add(new Fetch.Piece(parts.get(worker).holding(), cut, values[worker], at));
        at += cut.length();
      }
    }
    Set<Holding> lost = Fetch.all(pieces);
    if (!lost.isEmpty()) {
      return new Made(null, lost.stream().map(Holding::worker).sorted().toList());
    }
    long[] weights = parts.stream().mapToLong(Part::weight).toArray();
    float[] mean = values[0];
    new WeightedMean(weights).of(values, 0, length, mean, 0);
    Holding first = parts.get(0).holding();
    Holding made = new Holding(first.training(), first.round() + 1, Holding.START, Store.here());
    int at = 0;
    for (Cut cut : cuts) {
      Store.hold(made, cut, mean, at);
      at += cut.length();
    }
    return new Made(made, List.of());
  }
}
