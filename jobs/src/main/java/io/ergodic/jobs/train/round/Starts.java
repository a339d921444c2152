package io.ergodic.jobs.train.round;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Gives out what rounds begin with. Of large models, pieces that are as the last round's mean has
 * them stay with the executors that made it, and all fetch them from there: with the plain mean as
 * outer optimiser that is everything, and the driver sends nothing. The rest is the driver's.
 */
final class Starts {
  private final int training;
  private final long largest;
  private final int slice;
  private List<Holding> holdings = List.of();
  private float[] parameters;
  private float[] state;

  /**
   * @param largest number of values that are sent with the work
   * @param slice values of a piece
   */
  Starts(int training, long largest, int slice) {
    this.training = training;
    this.largest = largest;
    this.slice = slice;
  }

  /** Whether so many values stay on the executors. */
  boolean large(long values) {
    return values > largest;
  }

  /** Learns where the mean is that a round has made, in the order of its cuts. */
  void made(List<Holding> where, float[] meanParameters, float[] meanState) {
    holdings = List.copyOf(where);
    parameters = meanParameters;
    state = meanState;
  }

  /**
   * What a round begins with.
   *
   * @param from its parameters and the state of the optimiser, null where each worker has its own
   * @param present executors that are still there
   */
  Start of(int round, Shared from, Predicate<String> present) {
    if (!large(from.count())) {
      return new Start.Enclosed(from);
    }
    int stateCount = from.state() == null ? -1 : from.state().length;
    List<Cut> cuts = Cut.all(slice, from.parameters().length, Math.max(0, stateCount));
    Holding own = new Holding(training, round, Holding.START, Store.here());
    List<Holding> where = new ArrayList<>();
    for (Cut cut : cuts) {
      boolean first = cut.vector() == 0;
      float[] now = first ? from.parameters() : from.state();
      boolean there =
          cut.index() < holdings.size()
              && present.test(holdings.get(cut.index()).holder().executorId());
      if (there && same(cut, now, first ? parameters : state)) {
        where.add(holdings.get(cut.index()));
      } else {
        Store.hold(own, cut, now, cut.from());
        where.add(own);
      }
    }
    return new Gathered(cuts, where, from.parameters().length, stateCount);
  }

  /** The same, all of it from the driver: executors have been lost. */
  Start ofDriver(int round, Shared from) {
    return of(round, from, executor -> false);
  }

  private static boolean same(Cut cut, float[] now, float[] mean) {
    return now == mean || Arrays.equals(now, cut.from(), cut.to(), mean, cut.from(), cut.to());
  }
}
