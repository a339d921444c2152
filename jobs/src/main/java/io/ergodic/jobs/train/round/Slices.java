package io.ergodic.jobs.train.round;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Averages large vectors on the executors: each vector is cut, the pieces of one place meet in one
 * task, are put into the order of the workers and summed there. The driver gets one vector instead
 * of one a worker, and every value is the same sum in the same order as on the driver.
 *
 * @param size values of a slice
 * @param stateToo whether the optimiser states are averaged as well
 */
record Slices(int size, boolean stateToo) implements Serializable {

  /** A piece of a worker's vector, or its report with what is not averaged. */
  record Piece(int worker, long weight, float[] values, Outcome whole) implements Serializable {}

  /** Where a piece belongs: a slice of the parameters, of the state, or a worker's report. */
  private static final int REPORTS = -1;

  /**
   * Runs the tasks and averages.
   *
   * @return an outcome a worker, in order, without what was averaged
   */
  List<Outcome> reduce(JavaRDD<Outcome> outcomes, float[] parameters, float[] state) {
    JavaPairRDD<Integer, Iterable<Piece>> grouped =
        outcomes.flatMapToPair(this::cut).groupByKey(outcomes.getNumPartitions());
    List<Tuple2<Integer, List<Piece>>> averaged =
        grouped.mapToPair(group -> new Tuple2<>(group._1(), average(group))).collect();
    grouped.rdd().cleanShuffleDependencies(false);
    List<Outcome> reports = new ArrayList<>();
    int ofParameters = count(parameters.length);
    for (Tuple2<Integer, List<Piece>> group : averaged) {
      int key = group._1();
      if (key == REPORTS) {
        group._2().forEach(piece -> reports.add(piece.whole()));
        continue;
      }
      float[] values = group._2().get(0).values();
      boolean first = key < ofParameters;
      int offset = (first ? key : key - ofParameters) * size;
      System.arraycopy(values, 0, first ? parameters : state, offset, values.length);
    }
    reports.sort(Comparator.comparingInt(outcome -> outcome.report().worker()));
    return reports;
  }

  private int count(int length) {
    return (length + size - 1) / size;
  }

  private Iterator<Tuple2<Integer, Piece>> cut(Outcome outcome) {
    List<Tuple2<Integer, Piece>> pieces = new ArrayList<>();
    int ofParameters = count(outcome.parameters().length);
    cut(outcome, outcome.parameters(), 0, pieces);
    if (stateToo) {
      cut(outcome, outcome.state(), ofParameters, pieces);
    }
    Outcome rest = new Outcome(outcome.report(), null, stateToo ? null : outcome.state());
    pieces.add(new Tuple2<>(REPORTS, new Piece(outcome.report().worker(), 0, null, rest)));
    return pieces.iterator();
  }

  private void cut(
      Outcome outcome, float[] vector, int firstKey, List<Tuple2<Integer, Piece>> pieces) {
    Outcome.Report report = outcome.report();
    for (int k = 0; k < count(vector.length); k++) {
      int to = (int) Math.min(vector.length, (k + 1L) * size);
      float[] values = Arrays.copyOfRange(vector, k * size, to);
      Piece piece = new Piece(report.worker(), report.examples(), values, null);
      pieces.add(new Tuple2<>(firstKey + k, piece));
    }
  }

  private static List<Piece> average(Tuple2<Integer, Iterable<Piece>> group) {
    List<Piece> pieces = new ArrayList<>();
    group._2().forEach(pieces::add);
    pieces.sort(Comparator.comparingInt(Piece::worker));
    if (group._1() == REPORTS) {
      return pieces;
    }
    WeightedSum sum = new WeightedSum(pieces.get(0).values().length);
    pieces.forEach(piece -> sum.add(piece.values(), piece.weight()));
    return new ArrayList<>(List.of(new Piece(0, 0, sum.mean(), null)));
  }
}
