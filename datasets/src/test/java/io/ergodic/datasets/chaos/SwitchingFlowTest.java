package io.ergodic.datasets.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.integrate.DormandPrince;
import io.ergodic.datasets.integrate.SwitchingTrajectory;
import io.ergodic.datasets.integrate.Tolerance;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SwitchingFlowTest {
  private static final Tolerance TOLERANCE = new Tolerance(1e-11, 1e-11);

  static Stream<ChaoticFlow> flows() {
    return ChaoticSystem.registry().all().stream()
        .map(ChaoticFlow::standard)
        .filter(flow -> SwitchingFlow.of(flow).isPresent());
  }

  private static SwitchingTrajectory run(
      ChaoticFlow flow, double[] start, int vectors, double time) {
    SwitchingTrajectory solution =
        new SwitchingTrajectory(SwitchingFlow.of(flow).orElseThrow(), TOLERANCE, vectors);
    double[] extended = Arrays.copyOf(start, solution.size());
    int n = flow.dimension();
    for (int v = 0; v < vectors; v++) {
      extended[n + v * n + v] = 1;
    }
    solution.start(extended);
    solution.advance(time);
    return solution;
  }

  @Test
  void thereAreFour() {
    assertThat(flows().map(flow -> flow.system().name()))
        .containsExactly(
            "FluidTrampoline",
            "SprottMore",
            "StickSlipOscillator",
            "StickSlipOscillatorAsPublished");
  }

  @ParameterizedTest
  @MethodSource("flows")
  void tangentsAreTheDerivativeOfTheFlowAcrossItsJumps(ChaoticFlow flow) {
    int n = flow.dimension();
    double time = 2.3 * flow.period();
    SwitchingTrajectory exact = run(flow, flow.start(), n, time);
    assertThat(exact.switches()).isGreaterThan(1);
    double h = 1e-6;
    for (int j = 0; j < n; j++) {
      double[] ahead = flow.start();
      double[] behind = flow.start();
      ahead[j] += h;
      behind[j] -= h;
      double[] up = run(flow, ahead, 0, time).state();
      double[] down = run(flow, behind, 0, time).state();
      for (int i = 0; i < n; i++) {
        double difference = (up[i] - down[i]) / (2 * h);
        assertThat(exact.state()[n + j * n + i])
            .as("entry %d, %d of %s", i, j, flow)
            .isCloseTo(difference, within(1e-4 * Math.max(1, Math.abs(difference))));
      }
    }
  }

  /** An integrator that does not know of the jumps finds them by refused steps, less precisely. */
  @ParameterizedTest
  @MethodSource("flows")
  void isTheSolutionThatStepsAcrossTheJumpAsWell(ChaoticFlow flow) {
    double time = 2.3 * flow.period();
    DormandPrince blind = new DormandPrince(flow, TOLERANCE);
    blind.start(0, flow.start());
    blind.advance(time);
    double[] seeing = run(flow, flow.start(), 0, time).state();
    for (int i = 0; i < flow.dimension(); i++) {
      assertThat(seeing[i]).isCloseTo(blind.state()[i], within(1e-5));
    }
  }
}
