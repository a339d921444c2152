package io.ergodic.models.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.LayerNorm;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.Pass;
import io.ergodic.models.block.ReversibleNorm;
import io.ergodic.models.plan.ConvolutionalShape;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients in the flat gradient tensor against central differences, in double precision. */
class GradientTest {
  /** Two threads that wait for one another on a busy machine take minutes for these tiny sums. */
  @BeforeAll
  static void oneThread() {
    Threads.use(1);
  }

  private static final double STEP = 1e-6;

  private final Generator generator = torch.createCPUGenerator(0);
  private final Pass training = new Pass(true, new GeneratorOptional(generator));

  @Test
  void patchTst() {
    Parameters parameters = new Parameters();
    PatchTST.Shape shape = new PatchTST.Shape(4, 2, 2, 6, 2, 7, 0.3);
    check(parameters, PatchTST.network(parameters, 12, 3, shape), 5, 2, 12);
  }

  @Test
  void dLinear() {
    Parameters parameters = new Parameters();
    check(parameters, DLinear.network(parameters, 9, 4, 5), 3, 2, 9);
  }

  @Test
  void convolutionalNetwork() {
    Parameters parameters = new Parameters();
    ConvolutionalShape shape = new ConvolutionalShape(2, 8, 8, 3, 3, 4, 5, 0.25);
    check(parameters, ConvolutionalBlocks.of(parameters, shape, true), 4, 2, 8, 8);
  }

  @Test
  void affineReversibleNormAndLayerNorm() {
    Parameters parameters = new Parameters();
    Block inner =
        Block.sequence(
            new Linear(parameters.in("linear"), 6, 4), new LayerNorm(parameters.in("norm"), 4));
    check(parameters, new ReversibleNorm(parameters.in("reversible"), 3, inner), 2, 3, 6);
  }

  private static final List<String> MIXERS =
      List.of("aaren", "flow", "mamba", "norm-lin", "temporal");

  static List<ReferenceCase> forecasters() {
    return ReferenceCase.all().stream()
        .filter(one -> one.role().equals("ForecastNetwork") || MIXERS.contains(one.kind()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("forecasters")
  void forecastNetworksAndTheirMixers(ReferenceCase one) {
    Parameters parameters = new Parameters();
    check(parameters, one.build(new Build(parameters)).block(), one.inputShape());
  }

  private void check(Parameters parameters, Block network, long... inputShape) {
    try (Arena arena = new Arena(parameters, 5, ScalarType.Double)) {
      double[] input = input(inputShape);
      arena.zeroGradients();
      try (PointerScope scope = new PointerScope()) {
        loss(network, input, inputShape).backward();
      }
      double[] gradients = new double[arena.trainableCount()];
      new DoublePointer(arena.gradients().data_ptr_double()).get(gradients);
      DoublePointer values = new DoublePointer(arena.values().data_ptr_double());
      for (int i = 0; i < gradients.length; i++) {
        double value = values.get(i);
        values.put(i, value + STEP);
        double above = value(network, input, inputShape);
        values.put(i, value - STEP);
        double below = value(network, input, inputShape);
        values.put(i, value);
        double difference = (above - below) / (2 * STEP);
        assertThat(gradients[i])
            .as("gradient of value " + i)
            .isCloseTo(difference, within(1e-7 + 1e-5 * Math.abs(difference)));
      }
      assertThat(Arrays.stream(gradients).map(Math::abs).max().getAsDouble()).isPositive();
    }
  }

  private double value(Block network, double[] input, long[] shape) {
    try (PointerScope scope = new PointerScope()) {
      return loss(network, input, shape).item_double();
    }
  }

  /** A weighted sum of squares of the outputs, with the same dropout mask every time. */
  private Tensor loss(Block network, double[] input, long[] shape) {
    generator.set_current_seed(11);
    Tensor inputs =
        torch.from_blob(new DoublePointer(input), shape, new TensorOptions(ScalarType.Double));
    Tensor outputs = network.forward(inputs, training).flatten();
    Tensor weights =
        torch.linspace(
            new Scalar(0.5),
            new Scalar(1.5),
            outputs.numel(),
            new TensorOptions(ScalarType.Double));
    return outputs.add(weights).square().mul(weights).mean();
  }

  private static double[] input(long[] shape) {
    RandomGenerator random = RandomStreams.stream(1, "input");
    int size = 1;
    for (long axis : shape) {
      size *= (int) axis;
    }
    return random.doubles(size, -1, 1).toArray();
  }
}
