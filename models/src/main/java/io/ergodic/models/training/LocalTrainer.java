package io.ergodic.models.training;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Solver;
import io.ergodic.models.learner.StepContext;
import java.util.ArrayList;
import java.util.List;

/** The plain training loop: one thread, one machine, every step in order. */
public final class LocalTrainer {
  private final long seed;
  private final Deadline deadline;

  public LocalTrainer(long seed, Deadline deadline) {
    this.seed = seed;
    this.deadline = deadline;
  }

  /**
   * Trains and returns what the model can do.
   *
   * @throws TrainingFailedException when a loss is not finite or the deadline has passed
   */
  public Trained train(Trainable trainable) {
    if (trainable instanceof Trainable.Solved solved) {
      return solve(solved);
    }
    return iterate((Trainable.Stepped) trainable);
  }

  private Trained solve(Trainable.Solved solved) {
    Solver solver = solved.solver();
    for (Batch batch : solved.batches()) {
      deadline.check("fitting");
      solver.accumulate(batch);
    }
    Capability model = solver.solve();
    return new Trained(model, solver.parameterCount(), List.of(), () -> {});
  }

  private Trained iterate(Trainable.Stepped stepped) {
    Learner learner = stepped.learner();
    int perEpoch = stepped.batches().batchesPerEpoch();
    List<EpochLoss> curve = new ArrayList<>();
    BestParameters best = new BestParameters(learner);
    try {
      for (int epoch = 0; epoch < stepped.epochs(); epoch++) {
        double sum = 0;
        for (int k = 0; k < perEpoch; k++) {
          long step = (long) epoch * perEpoch + k;
          StepContext context =
              new StepContext(step, epoch, RandomStreams.derive(seed, "step", step));
          double loss = learner.step(stepped.batches().batch(step), context);
          if (!Double.isFinite(loss)) {
            throw new TrainingFailedException(
                "loss became " + loss + " at step " + step + " (epoch " + (epoch + 1) + ")");
          }
          sum += loss;
          deadline.check("training, epoch " + (epoch + 1) + " of " + stepped.epochs());
        }
        double validation =
            stepped.stopping().map(s -> meanLoss(learner, s.validation())).orElse(Double.NaN);
        curve.add(new EpochLoss(epoch, sum / perEpoch, validation));
        if (stepped.stopping().isPresent()
            && best.offer(validation) >= stepped.stopping().get().patience()) {
          break;
        }
      }
      best.restore();
      return new Trained(learner.trained(), learner.trainableCount(), curve, learner::close);
    } catch (RuntimeException | Error failure) {
      learner.close();
      throw failure;
    }
  }

  private double meanLoss(Learner learner, Iterable<Batch> batches) {
    double sum = 0;
    long count = 0;
    for (Batch batch : batches) {
      deadline.check("validation");
      sum += learner.loss(batch) * batch.count();
      count += batch.count();
    }
    double mean = sum / count;
    if (!Double.isFinite(mean)) {
      throw new TrainingFailedException("validation loss became " + mean);
    }
    return mean;
  }
}
