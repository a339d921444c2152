package io.ergodic.models.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

class HorizonWeightsTest {
  /** Errors of 1 at the steps 1, 2 and 3 of two variables. */
  private static double[] weighted(HorizonWeights weights) {
    try (PointerScope scope = new PointerScope()) {
      Tensor ones = torch.ones(new long[] {1, 2, 3}, new TensorOptions(ScalarType.Double));
      double[] values = new double[6];
      weights.times(ones).contiguous().data_ptr_double().get(values);
      return values;
    }
  }

  @Test
  void errorsAreMultipliedByTheWeightOfTheirStep() {
    assertThat(weighted(HorizonWeights.NONE)).containsOnly(1.0);
    double second = 1 + Math.PI / 4 - Math.atan(2);
    double third = 1 + Math.PI / 4 - Math.atan(3);
    assertThat(weighted(HorizonWeights.ARCTANGENT))
        .containsExactly(new double[] {1, second, third, 1, second, third}, within(1e-12));
    double half = Math.sqrt(0.5);
    assertThat(weighted(HorizonWeights.ROOT))
        .containsExactly(
            new double[] {1, half, Math.sqrt(1.0 / 3), 1, half, Math.sqrt(1.0 / 3)}, within(1e-12));
  }

  @Test
  void theLossIsTheMeanOfTheWeightedErrors() {
    try (PointerScope scope = new PointerScope()) {
      TensorOptions options = new TensorOptions(ScalarType.Double);
      Tensor forecast = torch.ones(new long[] {1, 1, 2}, options);
      Tensor truth = torch.zeros(new long[] {1, 1, 2}, options);
      HorizonWeights root = HorizonWeights.ROOT;
      double loss = ForecastLoss.MAE.of(root.times(forecast), root.times(truth)).item_double();
      assertThat(loss).isCloseTo((1 + Math.sqrt(0.5)) / 2, within(1e-12));
    }
  }
}
