package io.ergodic.datasets.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  @Test
  void repeatsItselfForSeedAndPurpose() {
    RandomGenerator first = RandomStreams.stream(7, "noise", 3);
    RandomGenerator second = RandomStreams.stream(7, "noise", 3);
    for (int i = 0; i < 100; i++) {
      assertThat(first.nextLong()).isEqualTo(second.nextLong());
    }
  }

  @Test
  void separatesSeedsAndPurposes() {
    Set<Long> seeds = new HashSet<>();
    for (long seed = -500; seed < 500; seed++) {
      seeds.add(RandomStreams.derive(seed));
      seeds.add(RandomStreams.derive(0, "noise", seed));
    }
    assertThat(seeds).hasSize(2000);
    assertThat(RandomStreams.derive(1, "ab", "c")).isNotEqualTo(RandomStreams.derive(1, "a", "bc"));
    assertThat(RandomStreams.derive(1, "a")).isNotEqualTo(RandomStreams.derive(1, "a", ""));
  }

  @Test
  void drawsFromUncorrelatedStreams() {
    double product = 0;
    int count = 10_000;
    for (int i = 0; i < count; i++) {
      product +=
          RandomStreams.stream(i, "x").nextGaussian()
              * RandomStreams.stream(i + 1, "x").nextGaussian();
    }
    // the mean of count products of independent normal draws has deviation 1 / sqrt(count)
    assertThat(product / count).isCloseTo(0, within(5 / Math.sqrt(count)));
  }
}
