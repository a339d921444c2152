package io.ergodic.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PermutationTest {
  @Test
  void everyEpochIsAPermutationOfItsOwn() {
    Permutation permutation = new Permutation(100, 5);
    int[] first = permutation.of(0).clone();
    int[] second = permutation.of(1).clone();
    assertThat(first).isNotEqualTo(second);
    for (int[] order : new int[][] {first, second}) {
      assertThat(Arrays.stream(order).sorted().toArray())
          .containsExactly(IntStream.range(0, 100).toArray());
    }
    assertThat(permutation.of(0)).containsExactly(first);
    assertThat(new Permutation(100, 5).of(1)).containsExactly(second);
    assertThat(new Permutation(100, 6).of(0)).isNotEqualTo(first);
  }

  @Test
  void allOrdersAreEquallyLikely() {
    Permutation permutation = new Permutation(3, 1);
    Map<String, Integer> counts = new HashMap<>();
    for (int epoch = 0; epoch < 6000; epoch++) {
      counts.merge(Arrays.toString(permutation.of(epoch)), 1, Integer::sum);
    }
    // Chi-squared with 5 degrees of freedom stays below 20.5 with probability 0.999.
    double chi =
        counts.values().stream().mapToDouble(n -> (n - 1000.0) * (n - 1000.0) / 1000).sum();
    assertThat(counts).hasSize(6);
    assertThat(chi).isLessThan(20.5);
  }
}
