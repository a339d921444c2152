package io.ergodic.models.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.BatchSampler;
import io.ergodic.models.family.Engine;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Segment;
import io.ergodic.models.learner.Solver;
import io.ergodic.models.natives.NativeLibraries;
import io.ergodic.models.training.Trainable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of learners and solvers, kept by every recipe of conf/systems. */
class EveryRecipeTest {
  /** Of a vector that is one segment, a few values may stand still: units that are not active. */
  private static final double MOVED = 0.8;

  @BeforeAll
  static void load() {
    NativeLibraries.load(Engine.LIBTORCH);
  }

  static List<TinyRecipe> stepped() {
    return TinyRecipe.all().stream().filter(TinyRecipe::stepped).toList();
  }

  static List<TinyRecipe> solved() {
    return TinyRecipe.all().stream().filter(recipe -> !recipe.stepped()).toList();
  }

  static List<TinyRecipe> libtorch() {
    return stepped().stream().filter(recipe -> recipe.on(Engine.LIBTORCH)).toList();
  }

  /** Without weight decay, what moves is what a gradient has reached. */
  @ParameterizedTest
  @MethodSource("stepped")
  void aGradientReachesEveryParameter(TinyRecipe recipe) {
    Trainable.Stepped stepped = recipe.learner("optimiser.weightDecay = 0");
    try (Learner learner = stepped.learner()) {
      float[] before = LearnerContract.parameters(learner);
      LearnerContract.steps(stepped, 0, 4);
      float[] after = LearnerContract.parameters(learner);
      Map<String, Double> unmoved = unmoved(learner, before, after);
      unmoved.keySet().removeAll(learner.idle());
      assertThat(unmoved).isEmpty();
    }
  }

  private static Map<String, Double> unmoved(Learner learner, float[] before, float[] after) {
    Map<String, Double> unmoved = new TreeMap<>();
    int from = 0;
    boolean whole = learner.segments().size() == 1;
    for (Segment segment : learner.segments()) {
      int moved = 0;
      for (int i = from; i < from + segment.length(); i++) {
        moved += before[i] != after[i] ? 1 : 0;
      }
      from += segment.length();
      double share = (double) moved / segment.length();
      if (from <= learner.trainableCount() && (whole ? share < MOVED : moved == 0)) {
        unmoved.put(segment.name(), share);
      }
    }
    assertThat(from).isEqualTo(learner.parameterCount());
    return unmoved;
  }

  @ParameterizedTest
  @MethodSource("stepped")
  void resumedTrainingsHaveTheBitsOfUnbrokenOnes(TinyRecipe recipe) {
    LearnerContract.resumesExactly(() -> recipe.learner(""));
  }

  @ParameterizedTest
  @MethodSource("stepped")
  void evaluationChangesNothingAndIsTheSameTwice(TinyRecipe recipe) {
    Trainable.Stepped stepped = recipe.learner("");
    Trainable.Stepped unasked = recipe.learner("");
    try (Learner learner = stepped.learner();
        Learner other = unasked.learner()) {
      LearnerContract.steps(stepped, 0, 2);
      LearnerContract.steps(unasked, 0, 2);
      float[] parameters = LearnerContract.parameters(learner);
      float[] state = learner.state().clone();
      Batch batch = stepped.stage().batches().batch(0);
      double loss = learner.loss(batch);
      float[] answer = LearnerContract.answer(learner.trained(), batch);
      assertThat(loss).isFinite().isEqualTo(learner.loss(batch));
      assertThat(answer).isEqualTo(LearnerContract.answer(learner.trained(), batch));
      assertThat(LearnerContract.parameters(learner)).isEqualTo(parameters);
      assertThat(learner.state()).isEqualTo(state);
      LearnerContract.steps(stepped, 2, 4);
      LearnerContract.steps(unasked, 2, 4);
      assertThat(LearnerContract.parameters(learner)).isEqualTo(LearnerContract.parameters(other));
    }
  }

  /** Batches are made ahead in the order of the steps, and at once in any other. */
  @ParameterizedTest
  @MethodSource("stepped")
  void batchesMadeAheadAreThoseMadeAtOnce(TinyRecipe recipe) {
    try (Learner learner = recipe.learner("").learner()) {
      BatchSampler ahead = recipe.learner("").stage().batches();
      BatchSampler atOnce = recipe.learner("").stage().batches();
      int steps = 2 * ahead.batchesPerEpoch() + 2;
      List<List<Object>> forwards = new ArrayList<>();
      List<List<Object>> backwards = new ArrayList<>();
      for (int step = 0; step < Math.min(steps, 20); step++) {
        forwards.add(content(ahead.batch(step)));
      }
      for (int step = forwards.size() - 1; step >= 0; step--) {
        backwards.add(0, content(atOnce.batch(step)));
      }
      assertThat(backwards).isEqualTo(forwards);
      assertThat(forwards.get(1)).isNotEqualTo(forwards.get(0));
    }
  }

  private static List<Object> content(Batch batch) {
    List<Object> content = new ArrayList<>();
    content.add(batch.count());
    for (String name : batch.names()) {
      int values = batch.count() * batch.field(name).size();
      if (batch.field(name) instanceof io.ergodic.datasets.batch.Field.Floats floats) {
        content.add(Arrays.hashCode(Arrays.copyOf(floats.values(), values)));
      } else {
        content.add(Arrays.hashCode(Arrays.copyOf(batch.ints(name), values)));
      }
    }
    return content;
  }

  @ParameterizedTest
  @MethodSource("stepped")
  void trainingsSideBySideHaveTheBitsOfOneAlone(TinyRecipe recipe) {
    LearnerContract.sameOnEveryThread(() -> recipe.learner(""));
  }

  /**
   * libtorch cuts sums by the number of threads, so that two round otherwise than one; but two give
   * the same bits every time. Whatever computes without it does not see the number at all.
   */
  @ParameterizedTest
  @MethodSource("stepped")
  void threadsOfAnOperationChangeRoundingAtMost(TinyRecipe recipe) {
    float[] one = trained((Trainable.Stepped) recipe.create("", 1));
    float[] two = trained((Trainable.Stepped) recipe.create("", 2));
    assertThat(trained((Trainable.Stepped) recipe.create("", 2))).isEqualTo(two);
    if (!recipe.on(Engine.LIBTORCH)) {
      assertThat(two).isEqualTo(one);
    }
    assertThat(two).containsExactly(one, within(1e-3f));
  }

  private static float[] trained(Trainable.Stepped stepped) {
    try (Learner learner = stepped.learner()) {
      LearnerContract.steps(stepped, 0, 1);
      return LearnerContract.parameters(learner);
    }
  }

  @ParameterizedTest
  @MethodSource("libtorch")
  void stepsLeaveNoNativeObjectsBehind(TinyRecipe recipe) {
    Trainable.Stepped stepped = recipe.learner("");
    try (Learner learner = stepped.learner()) {
      LearnerContract.steps(stepped, 0, 8);
      int[] step = {8};
      assertThat(NativeMemory.leaking(4, () -> LearnerContract.steps(stepped, step[0], ++step[0])))
          .isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("solved")
  void solversFittedInHalvesAreThoseFittedInOne(TinyRecipe recipe) {
    Trainable.Solved whole = (Trainable.Solved) recipe.create("", 1);
    Solver all = whole.solvers().get();
    Solver first = whole.solvers().get();
    Solver second = whole.solvers().get();
    long half = whole.batches().batches() / 2;
    whole.batches().forEach(all::accumulate);
    whole.batches().part(0, half).forEach(first::accumulate);
    whole.batches().part(half, whole.batches().batches()).forEach(second::accumulate);
    Solver merged = whole.solvers().get();
    merged.restore(first.statistics());
    merged.merge(second);
    double[] expected = all.solve();
    double[] found = merged.solve();
    assertThat(found).hasSameSizeAs(expected);
    double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo(expected[i], within(1e-7 * scale));
    }
    assertThat(merged.parameterCount()).isEqualTo(all.parameterCount());
  }
}
