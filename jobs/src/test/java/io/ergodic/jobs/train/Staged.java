package io.ergodic.jobs.train;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Segment;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.training.Stage;
import io.ergodic.models.training.Trainable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * The training of another source in three stages, the first with early stopping, where it has any.
 * A stage begins with half the parameters. Validation finds the worse the better: the best
 * parameters of a stage, with which the next one begins, are never the last.
 */
record Staged(TrainableSource inner) implements TrainableSource {
  @Override
  public Trainable.Stepped create(Configuration configuration) throws IOException {
    return staged(inner.create(configuration));
  }

  @Override
  public WorkerLearner create(Configuration configuration, Assignment assignment)
      throws IOException {
    WorkerLearner made = inner.create(configuration, assignment);
    return new WorkerLearner(staged(made.stepped()), made.device(), made.bytes(), made.spill());
  }

  private static Trainable.Stepped staged(Trainable.Stepped made) {
    Stage only = made.stage();
    return new Trainable.Stepped(
        new Halving(made.learner()),
        List.of(
            new Stage("first", only.batches(), 3, only.stopping()),
            new Stage("second", only.batches(), 1, Optional.empty()),
            new Stage("third", only.batches(), 2, only.stopping())));
  }

  @Override
  public String describe() {
    return inner.describe();
  }

  private record Halving(Learner inner) implements Learner {
    @Override
    public void begin(int stage) {
      float[] parameters = new float[parameterCount()];
      readParameters(parameters);
      for (int i = 0; stage > 0 && i < trainableCount(); i++) {
        parameters[i] /= 2;
      }
      writeParameters(parameters);
    }

    @Override
    public double step(Batch batch, StepContext context) {
      return inner.step(
          batch,
          new StepContext(context.step() + context.stage(), context.epoch(), context.seed()));
    }

    @Override
    public int parameterCount() {
      return inner.parameterCount();
    }

    @Override
    public int trainableCount() {
      return inner.trainableCount();
    }

    @Override
    public List<Segment> segments() {
      return inner.segments();
    }

    @Override
    public void readParameters(float[] target) {
      inner.readParameters(target);
    }

    @Override
    public void writeParameters(float[] source) {
      inner.writeParameters(source);
    }

    @Override
    public float[] state() {
      return inner.state();
    }

    @Override
    public void writeState(float[] source) {
      inner.writeState(source);
    }

    @Override
    public double loss(Batch batch) {
      return 100 - inner.loss(batch);
    }

    @Override
    public Capability trained() {
      return inner.trained();
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
