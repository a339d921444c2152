package io.ergodic.models.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Engine;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.natives.NativeLibraries;
import java.util.Random;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules on vectors where they lie against the same rules on the heap. */
class FlatVectorsTest {
  private static final int COUNT = 1037;
  private static final int STEPS = 7;

  @BeforeAll
  static void load() {
    NativeLibraries.load(Engine.LIBTORCH);
  }

  private static OptimiserSettings read(String text) {
    return OptimiserSettings.read(
        Settings.parse(text, "optimiser"), "name = adam, learningRate = 0.01", 3, 10);
  }

  private static float[] draws(int seed) {
    Random random = new Random(seed);
    float[] values = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Parameters and state after some steps, stored and restored in the middle. */
  private static float[][] inPlace(OptimiserSettings rule, boolean processor, int decayed) {
    try (PointerScope scope = new PointerScope()) {
      Tensor parameters = tensor(draws(0)).clone();
      Tensor gradients = torch.zeros_like(parameters);
      FlatVectors vectors = vectors(rule, parameters, gradients, processor, decayed);
      for (int step = 0; step < STEPS; step++) {
        if (step == 3) {
          float[] state = new float[vectors.stateCount()];
          vectors.readState(state);
          vectors.close();
          vectors = vectors(rule, parameters, gradients, processor, decayed);
          vectors.writeState(state);
        }
        gradients.copy_(tensor(draws(100 + step)));
        rule.update(vectors, new StepContext(step, 0, 0));
      }
      float[] values = new float[COUNT];
      parameters.data_ptr_float().get(values);
      float[] state = new float[vectors.stateCount()];
      vectors.readState(state);
      vectors.close();
      return new float[][] {values, state};
    }
  }

  /** In pieces of 100 on the processor: what holds longer vectors than one buffer of Java can. */
  private static FlatVectors vectors(
      OptimiserSettings rule, Tensor parameters, Tensor gradients, boolean processor, int decayed) {
    return new FlatVectors(
        parameters, gradients, rule.optimiser(), decayed, processor, processor ? 100 : COUNT);
  }

  private static Tensor tensor(float[] values) {
    return torch.from_blob(new FloatPointer(values), values.length);
  }

  private static float[][] onHeap(OptimiserSettings rule) {
    float[] values = draws(0);
    float[] state = new float[rule.stateCount(COUNT)];
    for (int step = 0; step < STEPS; step++) {
      rule.update(values, draws(100 + step), state, new StepContext(step, 0, 0));
    }
    return new float[][] {values, state};
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name = adam",
        "name = adam, weightDecay = 0.1",
        "name = adamw, weightDecay = 0.3",
        "name = radam, weightDecay = 0.01",
        "name = sgd",
        "name = sgd, momentum = 0, weightDecay = 0.1",
        "name = sgd, nesterov = true, weightDecay = 0.1",
        "name = lion, weightDecay = 0.1",
        "name = adadelta, learningRate = 1, weightDecay = 0.01",
        "name = adamw, clipNorm = 2"
      })
  void updatesInPlaceAreThoseOnTheHeap(String text) {
    OptimiserSettings rule = read(text);
    float[][] expected = onHeap(rule);
    for (boolean processor : new boolean[] {true, false}) {
      float[][] found = inPlace(rule, processor, COUNT);
      assertThat(found[0]).containsExactly(expected[0], within(2e-6f));
      assertThat(found[1]).containsExactly(expected[1], within(2e-6f));
    }
  }

  @ParameterizedTest
  @CsvSource({"adam", "adamw", "radam", "sgd", "lion", "adadelta"})
  void decayTouchesTheFirstParametersAlone(String name) {
    OptimiserSettings with = read("name = " + name + ", weightDecay = 0.5, decay = weights");
    OptimiserSettings without = read("name = " + name + ", weightDecay = 0");
    assertThat(with.decayAll()).isFalse();
    int decayed = 400;
    for (boolean processor : new boolean[] {true, false}) {
      float[] some = inPlace(with, processor, decayed)[0];
      float[] none = inPlace(without, processor, COUNT)[0];
      float[] all = inPlace(with, processor, COUNT)[0];
      for (int i = 0; i < COUNT; i++) {
        assertThat(some[i]).isEqualTo(i < decayed ? all[i] : none[i]);
      }
      assertThat(all[0]).isNotEqualTo(none[0]);
    }
  }

  /** Momentum and gradient that all but cancel, or are too small for a normal float. */
  private static float[][] nearZero() {
    float[] momentum = draws(1);
    float[] gradient = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      float opposite = momentum[i] * -0.9f / 0.1f;
      gradient[i] = i % 2 == 0 ? opposite : Math.nextUp(opposite);
    }
    momentum[0] = 0;
    gradient[0] = 0;
    momentum[1] = 0;
    gradient[1] = Float.MIN_VALUE;
    momentum[2] = -Float.MIN_VALUE;
    gradient[2] = 0;
    momentum[3] = 0;
    gradient[3] = -0f;
    return new float[][] {momentum, gradient};
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lionTakesTheSameSignsWhereVectorsLieAsOnTheHeapDownToTheLastBit(boolean processor) {
    Lion lion = new Lion(0.9, 0.99, 0.1);
    float[][] near = nearZero();
    float[] expected = draws(0);
    float[] momentum = near[0].clone();
    lion.update(expected, near[1], momentum, 0.01);
    float shrink = (float) (1 - 0.01 * 0.1);
    float[] start = draws(0);
    assertThat(expected[0]).isEqualTo(start[0] * shrink);
    assertThat(expected[1]).isEqualTo(start[1] * shrink - 0.01f);
    assertThat(expected[2]).isEqualTo(start[2] * shrink + 0.01f);
    assertThat(expected[3]).isEqualTo(start[3] * shrink);
    try (PointerScope scope = new PointerScope()) {
      Tensor parameters = tensor(draws(0)).clone();
      FlatVectors vectors =
          new FlatVectors(parameters, tensor(near[1]).clone(), lion, COUNT, processor, COUNT);
      vectors.writeState(near[0]);
      lion.update(vectors, 0.01);
      float[] found = new float[COUNT];
      parameters.data_ptr_float().get(found);
      float[] state = new float[COUNT];
      vectors.readState(state);
      vectors.close();
      assertThat(found).isEqualTo(expected);
      assertThat(state).isEqualTo(momentum);
    }
  }

  /** A float stands still at 2^24. */
  @ParameterizedTest
  @CsvSource({"adam", "radam"})
  void stepsAreCountedExactlyBeyondTheLargestOddFloat(String name) {
    Optimiser rule = read("name = " + name).optimiser();
    long many = (1L << 24) - 1;
    float[] state = new float[rule.stateCount(1)];
    StepCount.write(state, many);
    try (PointerScope scope = new PointerScope()) {
      Tensor one = torch.ones(1);
      FlatVectors vectors = new FlatVectors(one, torch.ones(1), rule, 1, true);
      vectors.writeState(state);
      for (int k = 1; k <= 3; k++) {
        rule.update(vectors, 0);
        rule.update(new float[] {1}, new float[] {1}, state, 0);
        float[] stored = new float[state.length];
        vectors.readState(stored);
        assertThat(StepCount.read(stored)).isEqualTo(many + k);
        assertThat(StepCount.read(state)).isEqualTo(many + k);
      }
      vectors.close();
    }
  }
}
