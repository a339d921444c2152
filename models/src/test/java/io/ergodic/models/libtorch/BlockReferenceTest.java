package io.ergodic.models.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Kinds;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.Pass;
import io.ergodic.models.learner.Merge;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every block gives what an independent implementation gives, in double precision. */
class BlockReferenceTest {
  private static final double CLOSE = 1e-9;

  @BeforeAll
  static void oneThread() {
    Threads.use(1);
  }

  static List<ReferenceCase> cases() {
    return ReferenceCase.all();
  }

  /** A new block needs a case in block_references.py. */
  @Test
  void everyRegisteredBlockHasAReference() {
    TreeSet<String> missing = new TreeSet<>();
    for (Class<?> role : ReferenceCase.ROLES) {
      for (Kind kind : Kinds.of(role).all()) {
        missing.add(role.getSimpleName() + " " + kind.name());
      }
    }
    for (Activation activation : Activation.values()) {
      missing.add("activation = " + activation.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    assertThat(missing).hasSizeGreaterThan(40);
    for (ReferenceCase one : cases()) {
      missing.remove(one.role() + " " + one.kind());
      missing.removeIf(name -> one.settings().endsWith(name));
    }
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theOutputIsThatOfAnIndependentImplementation(ReferenceCase one) {
    Parameters parameters = new Parameters();
    Build build = new Build(parameters);
    Built built = one.build(build);
    if (one.multiplyAdds() >= 0) {
      assertThat(build.multiplyAdds()).as("multiply-adds").isEqualTo(one.multiplyAdds());
    }
    try (Arena arena = new Arena(parameters, 5, ScalarType.Double);
        Generator generator = torch.createCPUGenerator(0)) {
      Map<String, List<Long>> shapes = new TreeMap<>();
      for (Parameter parameter : parameters.ordered()) {
        shapes.put(parameter.name(), boxed(parameter.shape()));
        // What has to be equal on all workers are constants of the block itself.
        if (parameter.merge() != Merge.EQUAL) {
          fill(parameter);
        }
      }
      Map<String, List<Long>> expected = new TreeMap<>();
      one.parameters().forEach((name, shape) -> expected.put(name, boxed(shape)));
      assertThat(shapes).isEqualTo(expected);
      Pass pass =
          one.training() ? new Pass(true, new GeneratorOptional(generator)) : Pass.evaluation();
      try (PointerScope scope = new PointerScope()) {
        Tensor output = built.block().forward(input(one.inputShape()), pass);
        assertThat(output.shape()).containsExactly(one.shape());
        if (built.output() != null) {
          assertThat(boxed(one.shape()).subList(1, one.shape().length))
              .isEqualTo(boxed(built.output().axes()));
        }
        assertThat(values(output)).containsExactly(one.output(), within(CLOSE));
      }
      for (Parameter parameter : parameters.ordered()) {
        if (one.after().containsKey(parameter.name())) {
          assertThat(values(parameter.tensor()))
              .as(parameter.name() + " after a pass of training")
              .containsExactly(one.after().get(parameter.name()), within(CLOSE));
        }
      }
    }
  }

  private static List<Long> boxed(long[] shape) {
    return Arrays.stream(shape).boxed().toList();
  }

  private static double[] values(Tensor tensor) {
    double[] values = new double[(int) tensor.numel()];
    try (PointerScope scope = new PointerScope()) {
      tensor.detach().contiguous().data_ptr_double().get(values);
    }
    return values;
  }

  /** The rule of {@code filled} in block_arithmetic.py. */
  private static void fill(Parameter parameter) {
    double phase = 0.37 * parameter.name().chars().sum();
    double[] values = new double[(int) parameter.count()];
    for (int k = 0; k < values.length; k++) {
      double wave = Math.sin(0.9 * k + phase);
      values[k] = parameter.name().endsWith("variance") ? 1 + 0.5 * wave : 0.4 * wave;
    }
    try (DoublePointer memory = parameter.tensor().data_ptr_double()) {
      memory.put(values);
    }
  }

  /** The rule of {@code example} in block_arithmetic.py. */
  private static Tensor input(long[] shape) {
    int size = 1;
    for (long axis : shape) {
      size *= (int) axis;
    }
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = Math.sin(1.3 * i + 0.5) + 0.2 * Math.cos(0.1 * i);
    }
    return torch
        .from_blob(new DoublePointer(values), shape, new TensorOptions(ScalarType.Double))
        .clone();
  }
}
