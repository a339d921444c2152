package io.ergodic.datasets.attractor;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrbitBatchTest {
  private static final int POINTS = 1500;
  private static final int EXAMPLES = 19;

  static List<String> names() {
    return AttractorClasses.STANDARD;
  }

  /**
   * Bit for bit, with more examples than lanes, and with a jitter that many draws are refused at.
   */
  @ParameterizedTest
  @MethodSource("names")
  void anOrbitHasTheBitsItHasAlone(String name) {
    ChaoticSystem system = ChaoticSystem.registry().get(name, "test");
    double jitter = 0.1;
    List<RandomGenerator> randoms = new ArrayList<>();
    for (int i = 0; i < EXAMPLES; i++) {
      randoms.add(RandomStreams.stream(5, name, i));
    }
    double[][] together = new OrbitBatch(system, POINTS).settle(jitter, randoms);
    AttractorOrbit alone = new AttractorOrbit(system, POINTS);
    for (int i = 0; i < EXAMPLES; i++) {
      RandomGenerator random = RandomStreams.stream(5, name, i);
      alone.settle(jitter, random);
      assertThat(together[i]).isEqualTo(alone.points());
      assertThat(randoms.get(i).nextLong()).isEqualTo(random.nextLong());
    }
  }
}
