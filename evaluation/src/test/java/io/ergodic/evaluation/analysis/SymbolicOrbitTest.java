package io.ergodic.evaluation.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SymbolicOrbitTest {
  private static final double GOLDEN = (1 + Math.sqrt(5)) / 2;

  /**
   * The tent whose slopes are the golden ratio has 0, its tip, on a cycle of three: no two states
   * below 0 follow each other, the golden-mean shift. Its chain of most entropy is that of the map,
   * whose exponent is the logarithm of the slope everywhere.
   */
  @Test
  void theGoldenMeanShiftHasItsEntropies() {
    SymbolicOrbit orbit =
        SymbolicOrbit.of(Rectified.tent(GOLDEN, GOLDEN, 1), new double[] {0.1234}, 200_000);
    assertThat(orbit.regions()).hasSize(2);
    // The region beyond 0 is visited more often, so it is the first.
    assertThat(orbit.regions().get(0)).containsExactly(1);
    assertThat(orbit.visits()[0] + orbit.visits()[1]).isEqualTo(200_000);
    TransitionGraph graph = orbit.transitions();
    assertThat(graph.from()).containsExactly(0, 0, 1);
    assertThat(graph.to()).containsExactly(0, 1, 0);
    assertThat(graph.topologicalEntropy()).isCloseTo(Math.log(GOLDEN), within(1e-12));
    assertThat(graph.metricEntropy()).isCloseTo(Math.log(GOLDEN), within(2e-3));
    assertThat(graph.probabilities()[2]).isEqualTo(1);
    // From beyond 0 to beyond 0 with the reciprocal of the golden ratio.
    assertThat(graph.probabilities()[0]).isCloseTo(1 / GOLDEN, within(5e-3));
  }

  @Test
  void aCycleHasNoEntropyAndAFullShiftTheMost() {
    TransitionGraph cycle = TransitionGraph.of(new int[] {0, 1, 2, 0, 1, 2, 0}, 3);
    assertThat(cycle.topologicalEntropy()).isZero();
    assertThat(cycle.metricEntropy()).isZero();
    TransitionGraph full = TransitionGraph.of(new int[] {0, 0, 1, 1, 0}, 2);
    assertThat(full.topologicalEntropy()).isCloseTo(Math.log(2), within(1e-12));
    assertThat(full.metricEntropy()).isCloseTo(Math.log(2), within(1e-12));
    assertThat(TransitionGraph.of(new int[] {0, 1, 2}, 3).topologicalEntropy()).isZero();
  }

  /** Two parts that are left for good: the larger one counts. Matrices of period 2 are no trap. */
  @Test
  void theSpectralRadiusIsThatOfTheLargestComponent() {
    // 0 -> {1, 2}, {1, 2} -> 0: eigenvalues +-sqrt 2; 3 -> 3 alone; 0 -> 3 leads across.
    int[] from = {0, 0, 1, 2, 3, 0};
    int[] to = {1, 2, 0, 0, 3, 3};
    assertThat(SpectralRadius.of(4, from, to)).isCloseTo(Math.sqrt(2), within(1e-12));
    assertThat(StrongComponents.of(4, from, to)[3])
        .isNotEqualTo(StrongComponents.of(4, from, to)[0]);
    // The root of x^3 = x + 1: a cycle of three and one of two through a common node.
    assertThat(SpectralRadius.of(3, new int[] {0, 1, 1, 2}, new int[] {1, 0, 2, 0}))
        .isCloseTo(1.324717957244746, within(1e-12));
  }

  @Test
  void symbolsAreSortedByVisits() {
    // 0.5 x - 1 below 0 and beyond: all orbits end at the fixed point -2.
    SymbolicOrbit orbit =
        SymbolicOrbit.of(
            new Rectified(new double[] {0.5}, new double[] {0}, new double[] {-1}),
            new double[] {20},
            10);
    assertThat(orbit.symbols()).containsExactly(1, 1, 1, 1, 0, 0, 0, 0, 0, 0);
    assertThat(orbit.visits()).containsExactly(6, 4);
    assertThat(orbit.regions().get(1)).containsExactly(1);
  }

  @Test
  void anOrbitThatLeavesIsRefused() {
    double[] state = {1};
    Rectified doubled = new Rectified(new double[] {1e200}, new double[] {0}, new double[] {0});
    assertThatThrownBy(() -> SymbolicOrbit.of(doubled, state, 10))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("step 2 of 10");
    assertThat(Arrays.stream(state).sum()).isInfinite();
  }
}
