package io.ergodic.models.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.Pass;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.TokenMixer;
import io.ergodic.models.block.token.Attention;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attention is computed in libtorch's fused form, and spelled out where weights are dropped and on
 * GPUs. Outside training nothing is dropped: both forms give the same values and gradients.
 */
class AttentionFormsTest {
  private static final int TOKENS = 5;
  private static final int WIDTH = 8;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void bothFormsGiveTheSame(boolean causal) {
    float[][] fused = valuesAndGradients(0, causal);
    float[][] spelledOut = valuesAndGradients(0.2, causal);
    for (int k = 0; k < fused.length; k++) {
      assertThat(spelledOut[k]).containsExactly(fused[k], within(1e-5f));
    }
  }

  private static float[][] valuesAndGradients(double dropout, boolean causal) {
    Parameters parameters = new Parameters();
    TokenMixer mixer = new Attention(2, dropout, causal, "rotary");
    Built built = mixer.build(Shape.tokens(TOKENS, WIDTH), new Build(parameters));
    try (Arena arena = new Arena(parameters, 1);
        PointerScope scope = new PointerScope()) {
      float[] input = new float[3 * TOKENS * WIDTH];
      for (int i = 0; i < input.length; i++) {
        input[i] = (float) Math.sin(1.7 * i);
      }
      Tensor tokens = torch.from_blob(new FloatPointer(input), 3, TOKENS, WIDTH);
      Tensor output = built.block().forward(tokens, Pass.evaluation());
      output.square().sum().backward();
      float[] values = new float[input.length];
      output.contiguous().data_ptr_float().get(values);
      float[] gradients = new float[arena.trainableCount()];
      arena.gradients().data_ptr_float().get(gradients);
      return new float[][] {values, gradients};
    }
  }
}
