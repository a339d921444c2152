package io.ergodic.models.occupation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.PiecewiseLinear;
import io.ergodic.datasets.data.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The logistic map at 3.9 against what is nearly it, is caught, or leaves. */
class FreeRunScoreTest {
  private static Series orbit() {
    double[] values = new double[5000];
    double x = 0.3;
    for (int t = 0; t < values.length; t++) {
      values[t] = x;
      x = 3.9 * x * (1 - x);
    }
    return OccupationTest.series(1, values);
  }

  private static double score(Dynamics model) {
    return new FreeRunScore(List.of(orbit()), 1, 16, 2000, 5).of(model);
  }

  @Test
  void theTruthIsBest() {
    double truth = score(new Logistic(3.9, 0));
    assertThat(truth).isLessThan(0.3);
    assertThat(score(new Logistic(3.8, 0))).isGreaterThan(2 * truth);
    assertThat(score(new Logistic(2.8, 0))).isGreaterThan(5);
    assertThat(score(new Logistic(3.9, 0))).isEqualTo(truth);
  }

  /**
   * A map that is right but for a stable point between the branches loses some runs to it, which
   * all together hardly show.
   */
  @Test
  void runsThatAreCaughtCount() {
    double truth = score(new Logistic(3.9, 0));
    double caught = score(new Logistic(3.9, 1e-4));
    assertThat(caught).isGreaterThan(truth + 1);
  }

  /**
   * A tent map whose fixed point repels, but in an interval that no run comes upon: only its
   * equations tell.
   */
  @Test
  void aStableFixedPointOfAPiecewiseLinearMapIsFoundWhereNoRunIs() {
    double[] values = new double[5000];
    double[] state = {0.3};
    for (int t = 0; t < values.length; t++) {
      values[t] = state[0];
      new Tent(0, 1.9).step(state, state);
    }
    FreeRunScore score =
        new FreeRunScore(List.of(OccupationTest.series(1, values)), 1, 16, 2000, 5);
    double truth = score.of(new Tent(0, 1.9));
    assertThat(truth).isLessThan(1);
    assertThat(score.of(new Tent(1e-9, 1.5))).isEqualTo(truth);
    assertThat(score.of(new Tent(1e-9, 0.9))).isEqualTo(2 * FreeRunScore.CAUGHT);
  }

  /** Beside the point every state is one: no eigenvalue is below 1, and no run leaves. */
  @Test
  void whatStaysBesideAPointThatRepelsIsFound() {
    double[] values = new double[5000];
    double[] state = {0.3};
    for (int t = 0; t < values.length; t++) {
      values[t] = state[0];
      new Tent(0, 1.9).step(state, state);
    }
    FreeRunScore score =
        new FreeRunScore(List.of(OccupationTest.series(1, values)), 1, 16, 2000, 5);
    assertThat(score.of(new Tent(0.01, -1))).isGreaterThan(FreeRunScore.CAUGHT);
  }

  @Test
  void leavingAllBoundsIsWorst() {
    assertThat(score(new Logistic(5, 0))).isEqualTo(Double.POSITIVE_INFINITY);
  }

  /** A start holds the rows that the model reads, or says so. */
  @Test
  void startsOfOtherRowsAreRefused() {
    FreeRunScore score = new FreeRunScore(List.of(orbit()), 3, 16, 20, 5);
    assertThatThrownBy(() -> score.of(new Logistic(3.9, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("starts of 3 rows for a model that reads 1");
  }

  /** A series shorter than the context stays at its last row, variable by variable. */
  @Test
  void shortSeriesStayAtTheirLastRow() {
    Series pair = OccupationTest.series(2, new double[] {0, 10, 1, 11});
    FreeRunScore score = new FreeRunScore(List.of(pair), 4, 2, 20, 5);
    Kept kept = new Kept();
    score.of(kept);
    assertThat(kept.context).containsExactly(0, 10, 1, 11, 1, 11, 1, 11);
  }

  /**
   * 1.9 min(x, 1 - x), but beside its fixed point 1.9 / 2.9, whose neighbourhood of this half width
   * falls with a slope of its own.
   */
  private record Tent(double half, double slope) implements PiecewiseLinear {
    private static final double POINT = 1.9 / 2.9;

    @Override
    public int gates() {
      return 2;
    }

    @Override
    public void region(double[] state, long[] pattern) {
      long right = state[0] > 0.5 ? 1 : 0;
      pattern[0] = Math.abs(state[0] - POINT) < half ? 3 : right;
    }

    @Override
    public void affine(long[] pattern, double[] matrix, double[] offset) {
      boolean right = (pattern[0] & 1) == 1;
      matrix[0] = pattern[0] > 1 ? -slope : right ? -1.9 : 1.9;
      offset[0] = pattern[0] > 1 ? POINT * (1 + slope) : right ? 1.9 : 0;
    }

    @Override
    public int stateDimension() {
      return 1;
    }

    @Override
    public int observedDimension() {
      return 1;
    }

    @Override
    public void initialise(double[] context, int rows, double[] state) {
      state[0] = context[rows - 1];
    }

    @Override
    public void step(double[] state, double[] next) {
      long[] pattern = new long[1];
      double[] matrix = new double[1];
      double[] offset = new double[1];
      region(state, pattern);
      affine(pattern, matrix, offset);
      next[0] = matrix[0] * state[0] + offset[0];
    }

    @Override
    public void jacobian(double[] state, double[] jacobian) {
      long[] pattern = new long[1];
      region(state, pattern);
      affine(pattern, jacobian, new double[1]);
    }

    @Override
    public void observe(double[] state, double[] observation) {
      observation[0] = state[0];
    }
  }

  /** Two variables that stay, and the context they came from. */
  private static final class Kept implements Dynamics {
    private double[] context;

    @Override
    public int stateDimension() {
      return 2;
    }

    @Override
    public int observedDimension() {
      return 2;
    }

    @Override
    public int contextRows() {
      return 4;
    }

    @Override
    public void initialise(double[] context, int rows, double[] state) {
      this.context = context;
    }

    @Override
    public void step(double[] state, double[] next) {}

    @Override
    public void jacobian(double[] state, double[] jacobian) {}

    @Override
    public void observe(double[] state, double[] observation) {}
  }

  /**
   * @param hole half width around 0.5 of a region that is mapped onto itself
   */
  private record Logistic(double rate, double hole) implements Dynamics {
    @Override
    public int stateDimension() {
      return 1;
    }

    @Override
    public int observedDimension() {
      return 1;
    }

    @Override
    public void initialise(double[] context, int rows, double[] state) {
      state[0] = context[rows - 1];
    }

    @Override
    public void step(double[] state, double[] next) {
      boolean inside = Math.abs(state[0] - 0.5) < hole;
      next[0] = inside ? 0.5 : rate * state[0] * (1 - state[0]);
    }

    @Override
    public void jacobian(double[] state, double[] jacobian) {
      jacobian[0] = rate * (1 - 2 * state[0]);
    }

    @Override
    public void observe(double[] state, double[] observation) {
      observation[0] = state[0];
    }
  }
}
