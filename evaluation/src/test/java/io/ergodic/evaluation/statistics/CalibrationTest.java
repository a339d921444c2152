package io.ergodic.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.result.Role;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often what is printed is wrong where the truth is known: intervals have to hold the median at
 * least as often as they say, and tests may find a difference between equals in at most 5 %, over a
 * thousand simulations. The bounds are three standard errors wide.
 */
class CalibrationTest {
  private static final int SIMULATIONS = 1000;
  private static final double SLACK = 3 * Math.sqrt(0.05 * 0.95 / SIMULATIONS);

  /** What is known of all systems of a simulated suite: none is better than another. */
  private enum Scores {
    NORMAL {
      @Override
      double draw(RandomGenerator random) {
        return random.nextGaussian();
      }
    },
    SKEWED {
      @Override
      double draw(RandomGenerator random) {
        return Math.exp(1.5 * random.nextGaussian());
      }
    },
    /** Accuracies on 100 examples. */
    TIED {
      @Override
      double draw(RandomGenerator random) {
        return Math.rint(100 * (0.9 + 0.01 * random.nextGaussian())) / 100;
      }
    },
    /** Every fifth trial fails. */
    FAILING {
      @Override
      double draw(RandomGenerator random) {
        return random.nextInt(5) == 0 ? Double.NaN : random.nextGaussian();
      }
    };

    abstract double draw(RandomGenerator random);
  }

  @ParameterizedTest
  @CsvSource({"6, NORMAL", "7, SKEWED", "10, NORMAL", "20, SKEWED", "20, TIED", "50, NORMAL"})
  void intervalsHoldTheMedianAsOftenAsTheySay(int count, Scores scores) {
    RandomGenerator random = RandomStreams.stream(1, "coverage", count, scores.name());
    double median = scores == Scores.SKEWED ? 1 : scores == Scores.TIED ? 0.9 : 0;
    double held = 0;
    double said = 0;
    for (int i = 0; i < SIMULATIONS; i++) {
      double[] values = new double[count];
      for (int j = 0; j < count; j++) {
        values[j] = scores.draw(random);
      }
      MedianInterval interval =
          Summary.of(values, 0, Direction.LOWER_IS_BETTER).interval().orElseThrow();
      held += interval.low() <= median && median <= interval.high() ? 1.0 / SIMULATIONS : 0;
      said += interval.coverage() / SIMULATIONS;
    }
    assertThat(said).isGreaterThanOrEqualTo(0.95);
    assertThat(held).isGreaterThan(said - SLACK);
    if (scores != Scores.TIED) {
      assertThat(held).isLessThan(said + SLACK);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "5, 1, 20, NORMAL", "5, 1, 20, TIED", "5, 1, 20, FAILING", "3, 1, 3, NORMAL",
    "8, 10, 3, SKEWED", "8, 10, 3, FAILING", "15, 2, 5, NORMAL", "20, 1, 20, NORMAL",
    "20, 12, 2, TIED"
  })
  void equalSystemsAreSeldomToldApart(int systems, int datasets, int seeds, Scores scores) {
    Simulation simulation = new Simulation(systems, datasets, seeds, scores);
    double friedman =
        simulation.rate(
            "friedman", false, board -> board.friedman().pValue() < 0.05, Optional.empty());
    double pairs =
        simulation.rate(
            "pairs",
            false,
            board -> board.comparisons().stream().anyMatch(c -> c.corrected() <= 0.05),
            Optional.empty());
    double control =
        simulation.rate(
            "control", false, board -> board.alike("s1").size() < systems - 1, Optional.of("s1"));
    assertThat(friedman).isLessThan(0.05 + SLACK);
    assertThat(pairs).isLessThan(0.05 + SLACK);
    assertThat(control).isLessThan(0.05 + SLACK);
    if (systems <= Leaderboard.MOST) {
      double bars =
          simulation.rate(
              "bars",
              false,
              board -> board.alike(board.standings().get(0).system()).size() < systems - 1,
              Optional.empty());
      assertThat(bars).isLessThan(0.05 + SLACK);
    }
  }

  /** Without randomness a system has one value a dataset: twenty seeds of it prove nothing. */
  @Test
  void repeatedValuesDoNotMakeEqualsDiffer() {
    Simulation simulation = new Simulation(4, 1, 20, Scores.NORMAL);
    double friedman =
        simulation.rate(
            "friedman", true, board -> board.friedman().pValue() < 0.05, Optional.empty());
    double repeated =
        simulation.rate(
            "repeated",
            true,
            board -> board.comparison("s0", "s1").orElseThrow().corrected() <= 0.05,
            Optional.empty());
    assertThat(friedman).isLessThan(0.05 + SLACK);
    assertThat(repeated).isZero();
  }

  /** A difference that is there is found: the tests are not merely silent. */
  @Test
  void aBetterSystemIsFound() {
    Simulation simulation = new Simulation(4, 1, 20, Scores.NORMAL);
    simulation.advantage = 2;
    double found =
        simulation.rate(
            "power",
            false,
            board ->
                board.friedman().pValue() < 0.05
                    && board.standings().get(0).system().equals("s0")
                    && board.alike("s0").isEmpty(),
            Optional.empty());
    assertThat(found).isGreaterThan(0.9);
  }

  private static final class Simulation {
    private final int systems;
    private final int datasets;
    private final int seeds;
    private final Scores scores;
    private double advantage;

    Simulation(int systems, int datasets, int seeds, Scores scores) {
      this.systems = systems;
      this.datasets = datasets;
      this.seeds = seeds;
      this.scores = scores;
    }

    double rate(
        String name, boolean repeated, Predicate<Leaderboard> found, Optional<String> control) {
      RandomGenerator random = RandomStreams.stream(2, name, scores.name());
      int count = 0;
      for (int i = 0; i < SIMULATIONS; i++) {
        Leaderboard board =
            Leaderboard.of("mse", Direction.LOWER_IS_BETTER, suite(random, repeated), control);
        count += found.test(board) ? 1 : 0;
      }
      return (double) count / SIMULATIONS;
    }

    /** With {@code repeated}, the first two systems have no randomness. */
    private List<TrialRecord> suite(RandomGenerator random, boolean repeated) {
      List<TrialRecord> records = new ArrayList<>();
      for (int dataset = 0; dataset < datasets; dataset++) {
        for (int system = 0; system < systems; system++) {
          boolean once = repeated && system < 2;
          double value = scores.draw(random);
          for (int seed = 0; seed < seeds; seed++) {
            double own = once || seed == 0 ? value : scores.draw(random);
            String training = "d" + dataset + "s" + system + (once ? "" : "#" + seed);
            double shifted = system == 0 ? own - advantage : own;
            records.add(record(training, "d" + dataset, "s" + system, seed, shifted));
          }
        }
      }
      return records;
    }

    private static TrialRecord record(
        String training, String dataset, String system, long seed, double value) {
      boolean failed = Double.isNaN(value);
      return new TrialRecord(
          training,
          "e",
          "forecasting",
          dataset,
          "hash",
          system,
          Role.MODEL,
          "family",
          seed,
          failed ? TrialRecord.FAILED : TrialRecord.OK,
          failed ? "diverged" : null,
          failed ? List.of() : List.of(Score.of("mse", 1, value)),
          List.of("mse"),
          Map.of(),
          1,
          "engine",
          "cpu",
          Map.of(),
          new double[0][],
          List.of(),
          List.of(),
          "r1",
          "");
    }
  }
}
