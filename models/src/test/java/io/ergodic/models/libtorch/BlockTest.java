package io.ergodic.models.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.models.block.Block;
import io.ergodic.models.block.DropPath;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.Pass;
import io.ergodic.models.block.PatchEmbedding;
import io.ergodic.models.block.ReversibleNorm;
import io.ergodic.models.block.TrendSplit;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class BlockTest {
  private static final Block IDENTITY = (input, pass) -> input;
  private static final Block NOTHING = (input, pass) -> torch.zeros_like(input);

  @Test
  void patchTstHasThePublishedNumberOfParameters() {
    // 81,731 in the authors' code (ETTh1, 336 to 96) count the constant 1 / sqrt(d) of each of the
    // three layers, stored there as a parameter without gradient; 921,187 on ETTm1 likewise.
    assertThat(trained(16, 4, 128)).isEqualTo(81_731 - 3);
    assertThat(trained(128, 16, 256)).isEqualTo(921_187 - 3);
  }

  private static int trained(int width, int heads, int hidden) {
    Parameters parameters = new Parameters();
    PatchTST.network(parameters, 336, 96, new PatchTST.Shape(16, 8, 3, width, heads, hidden, 0.3));
    try (Arena arena = new Arena(parameters, 1)) {
      return arena.trainableCount();
    }
  }

  @Test
  void patchCounts() {
    assertThat(PatchEmbedding.patches(336, 16, 8)).isEqualTo(42);
    assertThat(PatchEmbedding.patches(512, 16, 8)).isEqualTo(64);
  }

  @Test
  void trendIsTheCentredAverageWithRepeatedEnds() {
    float[] trend = apply(new TrendSplit(3, IDENTITY, NOTHING), new float[] {3, 6, 0, 9}, 1, 1, 4);
    assertThat(trend).containsExactly(new float[] {4, 3, 5, 6}, within(1e-6f));
    float[] sum = apply(new TrendSplit(3, IDENTITY, IDENTITY), new float[] {3, 6, 0, 9}, 1, 1, 4);
    assertThat(sum).containsExactly(new float[] {3, 6, 0, 9}, within(1e-6f));
  }

  @Test
  void reversibleNormGivesBackLevelAndScale() {
    float[] window = {10, 12, 14, -1, -1, -4};
    assertThat(apply(new ReversibleNorm(IDENTITY), window, 1, 2, 3))
        .containsExactly(window, within(1e-5f));
    // A forecast of nothing is the mean of each window.
    assertThat(apply(new ReversibleNorm(NOTHING), window, 1, 2, 3))
        .containsExactly(new float[] {12, 12, 12, -2, -2, -2}, within(1e-5f));
    float[] normal = new float[6];
    apply(
        new ReversibleNorm(
            (input, pass) -> {
              input.contiguous().data_ptr_float().get(normal);
              return input;
            }),
        window,
        1,
        2,
        3);
    assertThat(normal[2]).isCloseTo((float) Math.sqrt(1.5), within(1e-5f));
  }

  @Test
  void dropoutKeepsTheMeanAndFollowsItsSeed() {
    float[] ones = new float[20_000];
    Arrays.fill(ones, 1);
    float[] first = dropped(ones, 1);
    assertThat(dropped(ones, 1)).isEqualTo(first);
    assertThat(dropped(ones, 2)).isNotEqualTo(first);
    double sum = 0;
    for (float value : first) {
      assertThat(value == 0 || Math.abs(value - 1 / 0.7) < 1e-4).isTrue();
      sum += value;
    }
    // Standard error of the mean: sqrt(0.3 / 0.7 / 20000) = 0.0046.
    assertThat(sum / first.length).isCloseTo(1, within(0.02));
    assertThat(apply(new Dropout(0.3), ones, ones.length)).isEqualTo(ones);
  }

  /** All three values of an example or none, the mean of many as it was. */
  @Test
  void dropPathDropsWholeExamples() {
    int count = 4000;
    float[] ones = new float[3 * count];
    Arrays.fill(ones, 1);
    Generator generator = torch.createCPUGenerator(3);
    Pass training = new Pass(true, new GeneratorOptional(generator));
    float[] kept = apply((x, pass) -> new DropPath(0.25).forward(x, training), ones, count, 1, 3);
    int examples = 0;
    for (int i = 0; i < count; i++) {
      assertThat(kept[3 * i] == 0 || Math.abs(kept[3 * i] - 4 / 3.0) < 1e-4).isTrue();
      assertThat(kept[3 * i + 1]).isEqualTo(kept[3 * i]);
      assertThat(kept[3 * i + 2]).isEqualTo(kept[3 * i]);
      examples += kept[3 * i] > 0 ? 1 : 0;
    }
    // Four standard errors: 4 sqrt(0.25 x 0.75 / 4000) = 0.027.
    assertThat(examples / (double) count).isCloseTo(0.75, within(0.027));
    assertThat(apply(new DropPath(0.25), ones, count, 1, 3)).isEqualTo(ones);
    assertThat(apply((x, pass) -> new DropPath(0).forward(x, training), ones, count, 1, 3))
        .isEqualTo(ones);
    // Less than half of 2^-16 is no probability, and takes no draw.
    assertThat(apply((x, pass) -> new Dropout(1e-6).forward(x, training), ones, 3 * count))
        .isEqualTo(ones);
  }

  private static float[] dropped(float[] input, long seed) {
    Generator generator = torch.createCPUGenerator(seed);
    return apply(
        (x, pass) -> new Dropout(0.3).forward(x, new Pass(true, new GeneratorOptional(generator))),
        input,
        input.length);
  }

  private static float[] apply(Block block, float[] input, long... shape) {
    try (PointerScope scope = new PointerScope()) {
      Tensor output =
          block.forward(torch.from_blob(new FloatPointer(input), shape), Pass.evaluation());
      float[] values = new float[(int) output.numel()];
      output.contiguous().data_ptr_float().get(values);
      return values;
    }
  }
}
