package io.ergodic.models.occupation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.data.Series;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OccupationTest {
  @Test
  void cellsCoverTheRangeAndAMargin() {
    double[] values = {0, 10, 1, 20, 0, 10, 1, 20};
    StateGrid grid = new StateGrid(List.of(series(2, values)), 5);
    assertThat(grid.cells()).isEqualTo(25);
    // Deviations 0.5 and 5: bins of 0.22 from -0.05 and of 2.2 from 9.5.
    assertThat(grid.cell(new double[] {0.18, 20}, 0)).isEqualTo(1 * 5 + 4);
    assertThat(grid.cell(new double[] {9, 9, 1, 10}, 2)).isEqualTo(4 * 5);
    assertThat(grid.cell(new double[] {-0.06, 15}, 0)).isEqualTo(-1);
    assertThat(grid.cell(new double[] {Double.NaN, 15}, 0)).isEqualTo(-1);
  }

  /** All that varies in five variables are three: their cells are those of the three. */
  @Test
  void manyVariablesAreSeenByTheirLeadingComponents() {
    Random random = new Random(3);
    double[] wide = new double[5 * 4000];
    for (int t = 0; t < 4000; t++) {
      double a = 3 * random.nextGaussian();
      double b = 2 * random.nextGaussian();
      double c = random.nextGaussian();
      double[] row = {a + b, a - b, c, 2, 1e-3 * random.nextGaussian()};
      System.arraycopy(row, 0, wide, 5 * t, 5);
    }
    StateGrid grid = new StateGrid(List.of(series(5, wide)), 4);
    assertThat(grid.cells()).isEqualTo(64);
    int here = grid.cell(new double[] {3, 1, 0.2, 2, 0}, 0);
    assertThat(here).isNotNegative();
    assertThat(grid.cell(new double[] {3, 1, 0.2, 2, 0.01}, 0)).isEqualTo(here);
    assertThat(grid.cell(new double[] {-9, 1, 0.2, 2, 0}, 0)).isNotEqualTo(here);
  }

  @Test
  void divergenceIsTheSumOverAllCells() {
    int cells = 50;
    Random random = new Random(1);
    Occupation truth = new Occupation(cells);
    Occupation other = new Occupation(cells);
    int[] counts = new int[cells];
    for (int i = 0; i < 500; i++) {
      truth.add(random.nextInt(30));
      int cell = 10 + random.nextInt(30);
      other.add(cell);
      counts[cell]++;
    }
    other.add(-1);
    double[] p = truth.probabilities();
    double sum = 0;
    for (int i = 0; i < cells; i++) {
      double q = (counts[i] + 1e-5) / (500 + 1e-5 * cells);
      sum += p[i] * Math.log(p[i] / q);
    }
    double information = Occupation.information(p);
    assertThat(other.divergence(p, information)).isCloseTo(sum, within(1e-9));
    assertThat(truth.divergence(p, information)).isCloseTo(0, within(1e-12));
    other.clear();
    for (int i = 0; i < 500; i++) {
      other.add(10 + i % 30);
    }
    assertThat(other.divergence(p, information)).isPositive().isLessThan(sum);
  }

  static Series series(int dimension, double[] values) {
    return new Series("s", 0, 1, dimension, values);
  }
}
