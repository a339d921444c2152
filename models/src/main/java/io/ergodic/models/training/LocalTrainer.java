package io.ergodic.models.training;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Solver;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.learner.Weights;
import java.util.ArrayList;
import java.util.List;

/** The plain training loop: one thread, one machine, every step in order. */
public final class LocalTrainer {
  private final long seed;
  private final Deadline deadline;
  private final StageListener listener;

  /**
   * @param seed of the random draws of the steps
   */
  public LocalTrainer(long seed, Deadline deadline) {
    this(seed, deadline, StageListener.NONE);
  }

  public LocalTrainer(long seed, Deadline deadline, StageListener listener) {
    this.seed = seed;
    this.deadline = deadline;
    this.listener = listener;
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
    return train((Trainable.Stepped) trainable);
  }

  private Trained solve(Trainable.Solved solved) {
    long leaves = Accumulation.leaves(solved.batches());
    Solver solver =
        Accumulation.of(solved, 0, leaves, () -> deadline.check("fitting")).total(solved.solvers());
    double[] solution = solver.solve();
    deadline.check("solving");
    return new Trained(
        solved.models().apply(solution),
        Weights.of(solution),
        solver.parameterCount(),
        List.of(),
        () -> {});
  }

  /** Trains a learner, stage by stage. */
  public Trained train(Trainable.Stepped stepped) {
    Learner learner = stepped.learner();
    List<EpochLoss> curve = new ArrayList<>();
    try {
      long before = 0;
      for (int number = 0; number < stepped.stages().size(); number++) {
        Stage stage = stepped.stages().get(number);
        learner.begin(number);
        run(learner, stage, number, before, curve);
        before += stage.steps();
        listener.ended(number, stage, learner);
      }
      return new Trained(
          learner.trained(), Weights.of(learner), learner.trainableCount(), curve, learner::close);
    } catch (RuntimeException | Error failure) {
      learner.close();
      throw failure;
    }
  }

  private void run(Learner learner, Stage stage, int number, long before, List<EpochLoss> curve) {
    int perEpoch = stage.batches().batchesPerEpoch();
    BestParameters best = new BestParameters(learner);
    int first = curve.size();
    for (int epoch = 0; epoch < stage.epochs(); epoch++) {
      double sum = 0;
      for (int k = 0; k < perEpoch; k++) {
        long step = (long) epoch * perEpoch + k;
        long draws = RandomStreams.derive(seed, "step", before + step);
        double loss =
            learner.step(stage.batches().batch(step), new StepContext(number, step, epoch, draws));
        if (!Double.isFinite(loss)) {
          throw new TrainingFailedException(
              "loss became " + loss + " at step " + step + " (epoch " + (epoch + 1) + ")");
        }
        sum += loss;
        deadline.check(stage.name() + ", epoch " + (epoch + 1) + " of " + stage.epochs());
      }
      double validation =
          stage.stopping().map(s -> meanLoss(learner, s.validation())).orElse(Double.NaN);
      curve.add(new EpochLoss(first + epoch, sum / perEpoch, validation));
      if (stage.stopping().isPresent()
          && best.offer(validation) >= stage.stopping().get().patience()) {
        break;
      }
    }
    best.restore();
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
