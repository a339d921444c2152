package io.ergodic.jobs.train;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.training.Trainable;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;

/**
 * A source whose learners throw in the first attempt of every share, in the middle of its steps,
 * with parameters and state already changed.
 */
record Stumbling(TrainableSource inner) implements TrainableSource {
  private static final Set<Long> STUMBLED = ConcurrentHashMap.newKeySet();

  static int stumbles() {
    return STUMBLED.size();
  }

  @Override
  public Trainable.Stepped create(Configuration configuration) throws IOException {
    return stumbling(inner.create(configuration));
  }

  @Override
  public WorkerLearner create(Configuration configuration, Assignment assignment)
      throws IOException {
    WorkerLearner made = inner.create(configuration, assignment);
    return new WorkerLearner(stumbling(made.stepped()), made.device(), made.bytes(), made.spill());
  }

  private static Trainable.Stepped stumbling(Trainable.Stepped made) {
    return new Trainable.Stepped(new StumblingLearner(made.learner()), made.stages());
  }

  @Override
  public String describe() {
    return inner.describe();
  }

  private record StumblingLearner(Learner inner) implements Learner {
    @Override
    public double step(Batch batch, StepContext context) {
      double loss = inner.step(batch, context);
      if (context.step() % 4 == 1 && STUMBLED.add(context.step())) {
        throw new IllegalStateException("stumbled");
      }
      return loss;
    }

    @Override
    public int parameterCount() {
      return inner.parameterCount();
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
    public double loss(Batch batch) {
      return inner.loss(batch);
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
