package io.ergodic.models.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.training.Trainable;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What every learner must keep to, checked on families by name. */
public final class LearnerContract {
  private LearnerContract() {}

  public static Trainable.Stepped create(String family, TrainingContext context, String settings) {
    return (Trainable.Stepped)
        ModelFamily.registry()
            .get(family, "test")
            .create(context.model(), Settings.parse(settings, "test"))
            .prepare(context);
  }

  public static void steps(Trainable.Stepped trainable, int from, int to) {
    for (int step = from; step < to; step++) {
      trainable
          .learner()
          .step(
              trainable.stage().batches().batch(step),
              new StepContext(
                  step,
                  step / trainable.stage().batches().batchesPerEpoch(),
                  RandomStreams.derive(3, "step", step)));
    }
  }

  public static float[] parameters(Learner learner) {
    float[] values = new float[learner.parameterCount()];
    learner.readParameters(values);
    return values;
  }

  /** Same seed, same bits; interrupted, stored and restored elsewhere: the same bits again. */
  public static void resumesExactly(String family, TrainingContext context, String settings) {
    resumesExactly(() -> create(family, context, settings));
  }

  /** The same of whatever makes equal learners. */
  static void resumesExactly(Supplier<Trainable.Stepped> learners) {
    Trainable.Stepped unbroken = learners.get();
    Trainable.Stepped first = learners.get();
    Trainable.Stepped second = learners.get();
    try (Learner a = unbroken.learner();
        Learner b = first.learner();
        Learner c = second.learner()) {
      float[] start = parameters(a);
      assertThat(parameters(b)).isEqualTo(start);
      steps(unbroken, 0, 9);
      steps(first, 0, 5);
      float[] state = new float[b.stateCount()];
      b.readState(state);
      // Something else in between, so that nothing but parameters and state can carry over.
      steps(second, 0, 2);
      c.writeParameters(parameters(b));
      c.writeState(state);
      steps(second, 5, 9);
      assertThat(parameters(a)).isNotEqualTo(start);
      assertThat(parameters(c)).isEqualTo(parameters(a));
      assertThat(c.state()).isEqualTo(a.state());
      steps(first, 5, 9);
      assertThat(parameters(b)).isEqualTo(parameters(a));
    }
  }

  /** Trainings side by side, of a family by name. */
  public static void sameOnEveryThread(String family, TrainingContext context, String settings) {
    sameOnEveryThread(() -> create(family, context, settings));
  }

  /** Two trainings at the same time on two threads give the bits of one alone. */
  static void sameOnEveryThread(Supplier<Trainable.Stepped> learners) {
    float[] alone = trained(learners);
    CompletableFuture<float[]> one =
        CompletableFuture.supplyAsync(() -> trained(learners), thread());
    CompletableFuture<float[]> two =
        CompletableFuture.supplyAsync(() -> trained(learners), thread());
    assertThat(one.join()).isEqualTo(alone);
    assertThat(two.join()).isEqualTo(alone);
  }

  private static Executor thread() {
    return task -> new Thread(task).start();
  }

  private static float[] trained(Supplier<Trainable.Stepped> learners) {
    Trainable.Stepped trainable = learners.get();
    try (Learner learner = trainable.learner()) {
      steps(trainable, 0, 6);
      return parameters(learner);
    }
  }

  /** What a trained model says to a batch, or one step of a system. */
  public static float[] answer(Capability trained, Batch batch) {
    if (trained instanceof Classifier classifier) {
      float[] probabilities = new float[batch.count() * classifier.classes()];
      classifier.classify(batch.floats(Batch.INPUT), batch.count(), probabilities);
      return probabilities;
    }
    if (trained instanceof Forecaster forecaster) {
      float[] forecast = new float[batch.count() * forecaster.horizon() * forecaster.variables()];
      forecaster.forecast(batch.floats(Batch.INPUT), batch.count(), forecast);
      return forecast;
    }
    Dynamics dynamics = (Dynamics) trained;
    double[] state = new double[dynamics.stateDimension()];
    Arrays.fill(state, 0.1);
    double[] next = new double[state.length];
    dynamics.step(state, next);
    float[] answer = new float[next.length];
    for (int i = 0; i < next.length; i++) {
      answer[i] = (float) next[i];
    }
    return answer;
  }
}
