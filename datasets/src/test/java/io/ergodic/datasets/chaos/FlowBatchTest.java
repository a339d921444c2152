package io.ergodic.datasets.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.integrate.IntegrationException;
import io.ergodic.datasets.integrate.TrajectoryBatch.Outcome;
import io.ergodic.datasets.lift.LiftedField;
import io.ergodic.datasets.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlowBatchTest {
  static Stream<ChaoticFlow> lifted() {
    return ChaoticSystemTest.flows().filter(FlowBatchTest::liftable);
  }

  private static boolean liftable(ChaoticFlow flow) {
    return LiftedField.of(flow.system(), flow.dimension(), flow.parameters().length).isPresent();
  }

  /** Bits of lanes are those of single solutions, so batching cannot change a dataset. */
  @ParameterizedTest
  @MethodSource("lifted")
  void everyLaneHasTheBitsOfASolutionAlone(ChaoticFlow flow) {
    int count = 11;
    int n = flow.dimension();
    List<ChaoticFlow> flows = new ArrayList<>();
    double[][] starts = new double[count][];
    double[] begins = new double[count];
    RandomGenerator random = RandomStreams.stream(1, "lanes", flow.system().name());
    for (int i = 0; i < count; i++) {
      double[] parameters = flow.parameters();
      if (i % 2 == 1 && n == flow.system().card().dimension()) {
        for (int p = 0; p < parameters.length; p++) {
          parameters[p] *= 1 + 0.001 * random.nextGaussian();
        }
        flows.add(ChaoticFlow.of(flow.system(), parameters));
      } else {
        flows.add(flow);
      }
      starts[i] = flow.start();
      for (int v = 0; v < n; v++) {
        starts[i][v] *= 1 + 0.01 * random.nextGaussian();
      }
      begins[i] = i < 2 ? 0 : random.nextDouble() * flow.period();
    }
    double step = 0.013 * flow.period();
    int length = 60;
    Outcome[] outcomes = FlowBatch.inLanes(flows, starts, begins, step, length).orElseThrow();
    for (int i = 0; i < count; i++) {
      double[] alone = null;
      String failure = null;
      try {
        alone = flows.get(i).sample(starts[i], begins[i], step, length);
      } catch (IntegrationException ended) {
        failure = ended.getMessage();
      }
      if (alone == null) {
        assertThat(outcomes[i].failure()).as("%s, lane %d", flow, i).hasMessage(failure);
      } else {
        assertThat(outcomes[i].values()).as("%s, lane %d", flow, i).isEqualTo(alone);
      }
    }
  }

  @Test
  void manySystemsCanBeLifted() {
    assertThat(lifted()).hasSizeGreaterThan(80);
  }

  @Test
  void aTrajectoryThatEndsDoesNotDisturbTheOthers() {
    ChaoticFlow lorenz = ChaoticFlow.standard(ChaoticSystem.registry().get("Lorenz", "test"));
    double[][] starts = new double[40][];
    double[] begins = new double[40];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = lorenz.start();
      starts[i][0] += 0.01 * i;
      begins[i] = 30;
    }
    starts[7][2] = Double.NaN;
    starts[20][1] = 1e13;
    List<ChaoticFlow> flows = java.util.Collections.nCopies(40, lorenz);
    Outcome[] outcomes = FlowBatch.sample(flows, starts, begins, 0.01, 5000);
    for (int i = 0; i < starts.length; i++) {
      if (i == 7 || i == 20) {
        assertThat(outcomes[i].values()).isNull();
        assertThat(outcomes[i].failure()).hasMessageContaining("of Lorenz(dimension = 3");
      } else {
        assertThat(outcomes[i].values()).isEqualTo(lorenz.sample(starts[i], 30, 0.01, 5000));
      }
    }
  }

  @Test
  void takesAsManyTrajectoriesAtATimeAsMemoryAllows() {
    assertThat(FlowBatch.size(3, 1000)).isEqualTo(256);
    assertThat(FlowBatch.size(3, 1_000_000)).isEqualTo(2);
    assertThat(FlowBatch.size(40, 10_000_000)).isEqualTo(1);
  }
}
