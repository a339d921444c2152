package io.ergodic.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.FreeRuns;
import io.ergodic.evaluation.evidence.Orbits;
import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.testing.Datasets;
import io.ergodic.evaluation.testing.MapDynamics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which rows the truth is run from, and which windows stand for it. */
class ReconstructionFloorTest {
  /** Keeps the first value of every run it is shown, and the number of orbits as its value. */
  private static final class Watching implements Metric {
    private final List<Double> first = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();

    @Override
    public String name() {
      return "watching";
    }

    @Override
    public String title() {
      return "watching";
    }

    @Override
    public String description() {
      return "what it is shown";
    }

    @Override
    public String task() {
      return "reconstruction";
    }

    @Override
    public Direction direction() {
      return Direction.LOWER_IS_BETTER;
    }

    @Override
    public double value(Evidence evidence) {
      List<Orbits> orbits = evidence.get(FreeRuns.class).orbits();
      for (Orbits orbit : orbits) {
        first.add(orbit.generated()[0]);
        rows.add(orbit.rows());
      }
      return orbits.size();
    }
  }

  private static double[] counting(int from, int rows) {
    return IntStream.range(from, from + rows).asDoubleStream().toArray();
  }

  private static Score score(SeriesDataset data, Watching metric, MapDynamics truth) {
    return new ReconstructionFloor(
            data, new Reconstruction(), Optional.ofNullable(truth), 1, () -> {})
        .score(metric)
        .orElseThrow();
  }

  /** A map at rest shows where it began: in the middles of the fifths of the next series. */
  @Test
  void theTruthBeginsOnTheNextTestSeries() {
    SeriesDataset data =
        Datasets.series(1, 4, 1, Map.of(), counting(0, 9), counting(1000, 40), counting(2000, 20));
    Watching metric = new Watching();
    assertThat(score(data, metric, MapDynamics.linear(1)).value()).isEqualTo(2);
    // The overlap of four rows is no part of the split: the first start moves behind it.
    assertThat(metric.first)
        .containsExactly(
            2004.0, 1004.0, 2006.0, 1012.0, 2010.0, 1020.0, 2014.0, 1028.0, 2018.0, 1036.0);
    assertThat(metric.rows).startsWith(36, 16);
  }

  /** Windows as long as the test series, from the first to the last that fits. */
  @Test
  void withoutTruthWindowsAreSpreadOverTheTrainSeries() {
    SeriesDataset data =
        Datasets.series(1, 4, 1, Map.of(), counting(0, 28), counting(1000, 20), counting(2000, 12));
    Watching metric = new Watching();
    score(data, metric, null);
    // Rooms of 12 and 20 rows are cut into four.
    assertThat(metric.first).containsExactly(0.0, 0.0, 3.0, 5.0, 6.0, 10.0, 9.0, 15.0, 12.0, 20.0);
    assertThat(metric.rows).startsWith(16, 8);
  }

  /** Two windows have room where one row is left. */
  @Test
  void thereAreAsManyWindowsAsHaveRoom() {
    SeriesDataset data = Datasets.series(1, 0, 1, Map.of(), counting(0, 11), counting(1000, 10));
    Watching metric = new Watching();
    score(data, metric, null);
    assertThat(metric.first).hasSize(2);
    Watching alone = new Watching();
    score(Datasets.series(1, 0, 1, Map.of(), counting(0, 8), counting(9, 10)), alone, null);
    assertThat(alone.rows).containsExactly(8);
  }

  @Test
  void aFloorThatFailsSaysWhy() {
    Score failed =
        score(
            Datasets.series(1, 0, 1, Map.of(), counting(1, 400), counting(1, 400)),
            new Watching(),
            MapDynamics.linear(1000));
    assertThat(failed.status()).isEqualTo(Score.FAILED);
    assertThat(failed.reason()).contains("diverged at step");
  }
}
