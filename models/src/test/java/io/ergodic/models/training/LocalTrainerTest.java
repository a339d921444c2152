package io.ergodic.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.BatchSampler;
import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.models.learner.Solver;
import io.ergodic.models.learner.StepContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LocalTrainerTest {
  private static final int PER_EPOCH = 3;

  @Test
  void stepsGoThroughTheBatchesInOrderEachWithASeedOfItsOwn() {
    ScriptedLearner learner = new ScriptedLearner(step -> 1, parameter -> 1);
    trainer(7).train(stepped(learner, 2, null));
    assertThat(learner.seen).containsExactly(0f, 1f, 2f, 3f, 4f, 5f);
    assertThat(learner.contexts)
        .extracting(StepContext::step)
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    assertThat(learner.contexts).extracting(StepContext::epoch).containsExactly(0, 0, 0, 1, 1, 1);
    assertThat(learner.contexts).extracting(StepContext::seed).doesNotHaveDuplicates();

    ScriptedLearner again = new ScriptedLearner(step -> 1, parameter -> 1);
    trainer(7).train(stepped(again, 2, null));
    assertThat(again.contexts).isEqualTo(learner.contexts);
    ScriptedLearner other = new ScriptedLearner(step -> 1, parameter -> 1);
    trainer(8).train(stepped(other, 2, null));
    assertThat(other.contexts).isNotEqualTo(learner.contexts);
  }

  @Test
  void theCurveHoldsTheMeanLossOfEachEpoch() {
    ScriptedLearner learner = new ScriptedLearner(step -> step, parameter -> parameter);
    Trained trained = trainer(1).train(stepped(learner, 2, early(100, batch(1, 1))));
    assertThat(trained.curve())
        .containsExactly(new EpochLoss(0, 1, PER_EPOCH), new EpochLoss(1, 4, 2 * PER_EPOCH));
    assertThat(trained.parameters()).isEqualTo(1);
  }

  @Test
  void withoutValidationAllEpochsAreTrainedAndTheLastParametersKept() {
    ScriptedLearner learner = new ScriptedLearner(step -> 1, parameter -> 1);
    Trained trained = trainer(1).train(stepped(learner, 4, null));
    assertThat(trained.curve()).hasSize(4).allMatch(loss -> Double.isNaN(loss.validation()));
    assertThat(learner.parameter).isEqualTo(4 * PER_EPOCH);
    assertThat(learner.closed).isFalse();
    trained.close();
    assertThat(learner.closed).isTrue();
  }

  /** The loss is least after epoch 2, i.e. at parameter 6, and never as low again. */
  @Test
  void earlyStoppingRestoresTheBestParameters() {
    ScriptedLearner learner =
        new ScriptedLearner(step -> 1, parameter -> 1 + Math.abs(parameter - 6));
    Trained trained = trainer(1).train(stepped(learner, 100, early(3, batch(1, 1))));
    assertThat(trained.curve()).hasSize(5);
    assertThat(learner.parameter).isEqualTo(6);
    assertThat(trained.model()).isEqualTo(new ScriptedLearner.Constant(6));
  }

  @Test
  void anEqualLossIsNoImprovement() {
    ScriptedLearner learner = new ScriptedLearner(step -> 1, parameter -> 1);
    Trained trained = trainer(1).train(stepped(learner, 100, early(2, batch(1, 1))));
    assertThat(trained.curve()).hasSize(3);
    assertThat(learner.parameter).isEqualTo(PER_EPOCH);
  }

  @Test
  void validationBatchesCountByTheirExamples() {
    ScriptedLearner learner = new ScriptedLearner(step -> 1, parameter -> 1);
    Trained trained = trainer(1).train(stepped(learner, 1, early(1, batch(3, 2), batch(1, 10))));
    assertThat(trained.curve().get(0).validation()).isEqualTo((3 * 2 + 10) / 4.0);
  }

  @Test
  void aLossThatIsNotFiniteFailsWithStepAndEpochAndClosesTheLearner() {
    ScriptedLearner learner =
        new ScriptedLearner(step -> step == 4 ? Double.NaN : 1, parameter -> 1);
    assertThatThrownBy(() -> trainer(1).train(stepped(learner, 5, null)))
        .isInstanceOf(TrainingFailedException.class)
        .hasMessage("loss became NaN at step 4 (epoch 2)");
    assertThat(learner.closed).isTrue();
    ScriptedLearner infinite =
        new ScriptedLearner(step -> 1, parameter -> Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> trainer(1).train(stepped(infinite, 5, early(1, batch(1, 1)))))
        .isInstanceOf(TrainingFailedException.class)
        .hasMessage("validation loss became Infinity");
    assertThat(infinite.closed).isTrue();
  }

  @Test
  void aDeadlineThatHasPassedEndsTrainingAndSaysWhere() {
    ScriptedLearner learner = new ScriptedLearner(step -> 1, parameter -> 1);
    LocalTrainer late = new LocalTrainer(1, Deadline.in(-1));
    assertThatThrownBy(() -> late.train(stepped(learner, 5, null)))
        .isInstanceOf(TrainingFailedException.class)
        .hasMessageContaining("time limit")
        .hasMessageContaining("epoch 1 of 5");
    assertThat(learner.seen).hasSize(1);
    assertThat(learner.closed).isTrue();
    assertThatThrownBy(() -> solve(late, 5))
        .isInstanceOf(TrainingFailedException.class)
        .hasMessageContaining("fitting");
  }

  @Test
  void aSolverSeesEveryExampleOnceInOrder() {
    Trained trained = solve(trainer(1), 5);
    assertThat(trained.curve()).isEmpty();
    assertThat(trained.parameters()).isEqualTo(5);
    assertThat(trained.model()).isEqualTo(new ScriptedLearner.Constant(5));
    assertThat(trained.weights().doubles()).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void stagesFollowOneAnotherWithStepsOfTheirOwnAndDrawsOfNone() {
    ScriptedLearner learner = new ScriptedLearner(step -> 1, parameter -> 1);
    Trainable.Stepped once = stepped(learner, 2, null);
    List<Stage> stages = List.of(once.stage(), once.stage());
    List<Float> ends = new ArrayList<>();
    LocalTrainer trainer =
        new LocalTrainer(1, Deadline.none(), (number, stage, now) -> ends.add(learner.parameter));
    Trained trained = trainer.train(new Trainable.Stepped(learner, stages));
    assertThat(ends).containsExactly(6f, 12f);
    assertThat(learner.contexts)
        .extracting(StepContext::stage)
        .containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
    assertThat(learner.contexts.get(6).step()).isZero();
    assertThat(learner.contexts).extracting(StepContext::seed).doesNotHaveDuplicates();
    assertThat(trained.curve()).extracting(EpochLoss::epoch).containsExactly(0, 1, 2, 3);
  }

  /** Fits the examples to themselves, two a batch. */
  private static Trained solve(LocalTrainer trainer, int examples) {
    return trainer.train(
        new Trainable.Solved(
            Listing::new,
            new Sequential(new Numbers(examples), 2),
            solution -> new ScriptedLearner.Constant(solution.length)));
  }

  private static LocalTrainer trainer(long seed) {
    return new LocalTrainer(seed, Deadline.none());
  }

  private static Trainable.Stepped stepped(
      ScriptedLearner learner, int epochs, Stage.EarlyStopping stopping) {
    BatchSampler batches =
        new BatchSampler() {
          @Override
          public int batchesPerEpoch() {
            return PER_EPOCH;
          }

          @Override
          public Batch batch(long step) {
            return LocalTrainerTest.batch(1, step);
          }
        };
    return new Trainable.Stepped(
        learner, List.of(new Stage("training", batches, epochs, Optional.ofNullable(stopping))));
  }

  private static Stage.EarlyStopping early(int patience, Batch... validation) {
    return new Stage.EarlyStopping(List.of(validation), patience);
  }

  private static Batch batch(int count, float value) {
    float[] values = new float[count];
    values[0] = value;
    return Batch.of(count).put(Batch.INPUT, values, 1, 1);
  }

  /** Examples that are their own numbers. */
  private record Numbers(long count) implements Examples {
    @Override
    public Batch allocate(int capacity) {
      return Batch.of(capacity);
    }

    @Override
    public void fill(Batch batch, int slot, long example) {
      batch.examples()[slot] = example;
    }
  }

  /** Fitted to the numbers it has seen. */
  private static final class Listing implements Solver {
    private double[] seen = {};

    @Override
    public void accumulate(Batch batch) {
      for (int i = 0; i < batch.count(); i++) {
        restore(
            DoubleStream.concat(Arrays.stream(seen), DoubleStream.of(batch.examples()[i]))
                .toArray());
      }
    }

    @Override
    public void merge(Solver other) {
      restore(
          DoubleStream.concat(Arrays.stream(seen), Arrays.stream(other.statistics())).toArray());
    }

    @Override
    public double[] statistics() {
      return seen;
    }

    @Override
    public void restore(double[] statistics) {
      seen = statistics;
    }

    @Override
    public double[] solve() {
      return seen;
    }

    @Override
    public int parameterCount() {
      return seen.length;
    }
  }
}
