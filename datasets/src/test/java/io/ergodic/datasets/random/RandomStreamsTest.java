package io.ergodic.datasets.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  @Test
  void aStreamIsAFunctionOfSeedAndName() {
    assertThat(RandomStreams.stream(1, "a", 2).doubles(5).toArray())
        .containsExactly(RandomStreams.stream(1, "a", 2).doubles(5).toArray());
  }

  @Test
  void namesAreNotConfused() {
    Set<Long> seeds = new HashSet<>();
    for (long seed = -50; seed < 50; seed++) {
      seeds.add(RandomStreams.derive(seed));
      seeds.add(RandomStreams.derive(seed, "ab"));
      seeds.add(RandomStreams.derive(seed, "a", "b"));
      seeds.add(RandomStreams.derive(seed, "", "ab"));
      seeds.add(RandomStreams.derive(seed, "ab", 1));
      seeds.add(RandomStreams.derive(seed, "ab1"));
    }
    assertThat(seeds).hasSize(600);
  }

  @Test
  void derivesTheHeadOfSha256() throws Exception {
    byte[] text = {0, 0, 0, 0, 0, 0, 0, 42, 0, 0, 0, 1, 'x'};
    long expected = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getLong();
    assertThat(RandomStreams.derive(42, "x")).isEqualTo(expected);
  }
}
