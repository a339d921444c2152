package io.ergodic.models.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.content.Contents;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Merge;
import io.ergodic.models.learner.Restored;
import io.ergodic.models.learner.Segment;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.natives.NativeLibraries;
import io.ergodic.models.plan.LearnerContract;
import io.ergodic.models.plan.NativeMemory;
import io.ergodic.models.plan.SmallData;
import io.ergodic.models.training.Trainable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The modules and the losses are those of make_scripted.py, beside the test's resources. */
class ScriptedModuleTest {
  private static final int STEPS = 20;
  private static final String ADAM =
      "optimiser { name = adam, learningRate = 0.01, schedule { name = constant } }";

  @BeforeAll
  static void load() {
    NativeLibraries.load(Engine.LIBTORCH);
  }

  private static byte[] resource(String name) {
    try (InputStream in = ScriptedModuleTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String settings(String module, String more) {
    return "file = \"" + Contents.put(resource(module + ".pt")) + "\"\n" + ADAM + "\n" + more;
  }

  private static TrainingContext data(String module) {
    return switch (module) {
      case "bars" -> SmallData.bars(60, 1);
      case "sines" -> SmallData.sines(24, 6, 1);
      case "orbit" -> SmallData.orbit(1);
      default -> SmallData.heat(1);
    };
  }

  private static Trainable.Stepped create(String module, String more) {
    return LearnerContract.create("torchscript", data(module), settings(module, more));
  }

  /** The formula of make_scripted.py. */
  private static float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (7919L * i % 1000 / 500.0 - 1);
    }
    return values;
  }

  private static Batch batch(String module) {
    Batch batch;
    switch (module) {
      case "bars" -> {
        batch = Batch.of(12).addFloats(Batch.INPUT, 1, 8, 8).addInts(Batch.TARGET);
        for (int i = 0; i < 12; i++) {
          batch.ints(Batch.TARGET)[i] = i % 3;
        }
      }
      case "sines" -> {
        batch = Batch.of(9).addFloats(Batch.INPUT, 24, 2).addFloats(Batch.TARGET, 6, 2);
        fill(batch, Batch.TARGET, 1);
      }
      case "orbit" -> batch = Batch.of(10).addFloats(Batch.INPUT, 4, 3);
      default -> {
        batch = Batch.of(8).addFloats(Batch.INPUT, 16, 1).addFloats(Batch.TARGET, 16, 1);
        fill(batch, Batch.TARGET, 2);
      }
    }
    fill(batch, Batch.INPUT, 1);
    return batch.resize(batch.capacity());
  }

  private static void fill(Batch batch, String field, int power) {
    float[] target = batch.floats(field);
    float[] values = values(target.length);
    for (int i = 0; i < target.length; i++) {
      target[i] = power == 2 ? values[i] * values[i] : values[i];
    }
  }

  /** Dropout included: a step draws the numbers that PyTorch draws after the same seed. */
  @ParameterizedTest
  @ValueSource(strings = {"bars", "sines", "orbit", "heat"})
  void lossesOverTwentyStepsAreThoseOfPyTorch(String module) {
    double[] expected =
        Settings.parse(new String(resource("losses.json"), StandardCharsets.UTF_8), "losses")
            .numbers(module);
    double[] losses = new double[STEPS + 1];
    String sequences = module.equals("orbit") ? "sequenceLength = 3" : "";
    try (Learner learner = create(module, sequences).learner()) {
      Batch batch = batch(module);
      for (int step = 0; step < STEPS; step++) {
        losses[step] = learner.step(batch, new StepContext(step, 0, 1000 + step));
      }
      losses[STEPS] = learner.loss(batch);
    }
    assertThat(losses).containsExactly(expected, within(1e-5));
  }

  @Test
  void parametersBuffersAndFrozenOnesAreSegmentsByTheirNames() {
    try (Learner learner = create("bars", "").learner()) {
      Map<String, Segment> segments =
          learner.segments().stream().collect(Collectors.toMap(Segment::name, s -> s));
      // head.bias goes by the name it has first, as in PyTorch's named_parameters().
      assertThat(segments.keySet())
          .containsExactlyInAnyOrder(
              "convolution.weight",
              "norm.weight",
              "norm.bias",
              "head.weight",
              "again",
              "scale",
              "seen",
              "norm.running_mean",
              "norm.running_var",
              "norm.num_batches_tracked");
      assertThat(segments.get("norm.num_batches_tracked").merge()).isEqualTo(Merge.SUM);
      assertThat(learner.trainableCount()).isEqualTo(4 * 9 + 4 + 4 + 3 * 64 + 3);
      float[] before = LearnerContract.parameters(learner);
      learner.step(batch("bars"), new StepContext(0, 0, 1));
      learner.step(batch("bars"), new StepContext(1, 0, 2));
      float[] after = LearnerContract.parameters(learner);
      assertThat(at(learner, "norm.num_batches_tracked", after)).containsExactly(2);
      assertThat(at(learner, "scale", after)).containsExactly(1, 2, 0.5f);
      for (String moved : List.of("seen", "norm.running_mean", "again", "head.weight")) {
        assertThat(at(learner, moved, after)).isNotEqualTo(at(learner, moved, before));
      }
      learner.loss(batch("bars"));
      assertThat(LearnerContract.parameters(learner)).isEqualTo(after);
    }
  }

  private static float[] at(Learner learner, String name, float[] vector) {
    int from = 0;
    for (Segment segment : learner.segments()) {
      if (segment.name().equals(name)) {
        return Arrays.copyOfRange(vector, from, from + segment.length());
      }
      from += segment.length();
    }
    throw new AssertionError(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bars", "sines", "orbit", "heat"})
  void keepsTheContractOfLearners(String module) {
    String settings = settings(module, module.equals("bars") ? "ema.decay = 0.9" : "batch = 8");
    LearnerContract.resumesExactly("torchscript", data(module), settings);
  }

  /** Both draw at random, from a generator that libtorch has but once. */
  @Test
  void trainingsSideBySideHaveTheBitsOfOneAlone() {
    LearnerContract.sameOnEveryThread("torchscript", data("bars"), settings("bars", ""));
  }

  @Test
  void storedWeightsAnswerAsTheTrainedModelDoes() {
    Trainable.Stepped stepped = create("bars", "");
    var model =
        ModelFamily.registry()
            .get("torchscript", "test")
            .create(data("bars").model(), Settings.parse(settings("bars", ""), "test"));
    try (Learner learner = stepped.learner()) {
      LearnerContract.steps(stepped, 0, 5);
      float[] expected = new float[12 * 3];
      ((Classifier) learner.trained()).classify(values(12 * 64), 12, expected);
      try (Restored restored = model.restore(Weights.of(learner), Resources.ONE_CORE)) {
        float[] answers = new float[12 * 3];
        ((Classifier) restored.model()).classify(values(12 * 64), 12, answers);
        assertThat(answers).isEqualTo(expected);
      }
    }
  }

  @Test
  void theJacobianOfADynamicalSystemIsItsDerivative() {
    Trainable.Stepped stepped = create("orbit", "");
    try (Learner learner = stepped.learner()) {
      LearnerContract.steps(stepped, 0, 20);
      Dynamics dynamics = (Dynamics) learner.trained();
      double[] state = {0.3, -0.2, 0.7};
      double[] jacobian = new double[9];
      dynamics.jacobian(state, jacobian);
      double h = 1e-2;
      for (int column = 0; column < 3; column++) {
        double[] up = state.clone();
        double[] down = state.clone();
        up[column] += h;
        down[column] -= h;
        dynamics.step(up, up);
        dynamics.step(down, down);
        for (int row = 0; row < 3; row++) {
          assertThat(jacobian[row * 3 + column])
              .isCloseTo((up[row] - down[row]) / (2 * h), within(1e-3));
        }
      }
    }
  }

  @Test
  void stepsAndLearnersLeaveNoNativeObjectsBehind() {
    Runnable training =
        () -> {
          Trainable.Stepped stepped = create("bars", "");
          try (Learner learner = stepped.learner()) {
            LearnerContract.steps(stepped, 0, 2);
            learner.loss(batch("bars"));
          }
        };
    training.run();
    assertThat(NativeMemory.leaking(4, training)).isZero();
  }

  @Test
  void whatIsNoModuleOrDoesNotFitIsRefused() {
    assertThatThrownBy(() -> create("bars", "file = \"model.pt\""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("test.file: has to be the address of a file's content");
    String absent = Contents.address("never read".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> create("bars", "file = \"" + absent + "\""))
        .hasMessageContaining("is not here");
    String text = Contents.put("no archive".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> create("bars", "file = \"" + text + "\""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no TorchScript file; write it in PyTorch with");
    assertThatThrownBy(
            () -> LearnerContract.create("torchscript", data("sines"), settings("bars", "")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("gives the module an input of [2, 24, 2], which fails: ");
    assertThatThrownBy(
            () ->
                LearnerContract.create(
                    "torchscript", SmallData.sines(24, 5, 1), settings("sines", "")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("and wants [2, 5, 2] back, but gets [2, 6, 2]");
  }
}
