package io.ergodic.jobs.train.round;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.jobs.crew.Errand;
import io.ergodic.jobs.crew.Work;
import io.ergodic.jobs.spark.TaskDevice;
import io.ergodic.jobs.train.Assignment;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.TrainableSource;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.TrainingFailedException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;

/**
 * The mean validation loss, by all workers: each takes every W-th batch, and the driver sums in the
 * order of the batches.
 */
public final class Validation {
  private final Rounds rounds;
  private final int workers;
  private final boolean own;
  private final Trainable.Stepped driver;

  /**
   * @param driver the learner of this process with all its data, which validates alone where the
   *     workers have training data only
   */
  public Validation(Rounds rounds, AveragingSettings settings, Trainable.Stepped driver) {
    this.own = settings.ownData();
    this.driver = driver;
    this.rounds = rounds;
    this.workers = settings.workers();
  }

  /**
   * The loss of these parameters.
   *
   * @param stage of the training, whose validation batches are asked for
   * @param round that is to begin with them
   * @throws TrainingFailedException when it is not finite, or Spark gives up
   */
  public double loss(int stage, int round, float[] parameters, Deadline deadline) {
    deadline.check("validation");
    if (own) {
      return mean(List.of(losses(driver, stage, parameters, 0, 1)));
    }
    try {
      List<Integer> all = IntStream.range(0, workers).boxed().toList();
      return mean(
          rounds
              .beginning(round, new Shared(parameters, null))
              .run(
                  all,
                  (start, worker) ->
                      new Errand<>(new Part(rounds.run(), start, stage, worker, workers), null)));
    } catch (TrainingFailedException failure) {
      throw failure;
    } catch (Exception failure) {
      throw Failures.of(failure, "validation");
    }
  }

  private static List<Loss> losses(
      Trainable.Stepped stepped, int stage, float[] parameters, int worker, int workers) {
    Learner learner = stepped.learner();
    learner.begin(stage);
    learner.writeParameters(parameters);
    List<Loss> losses = new ArrayList<>();
    int k = 0;
    for (Batch batch : stepped.stages().get(stage).stopping().orElseThrow().validation()) {
      if (k++ % workers == worker) {
        losses.add(new Loss(learner.loss(batch), batch.count()));
      }
    }
    return losses;
  }

  private static double mean(List<List<Loss>> byWorker) {
    int batches = byWorker.stream().mapToInt(List::size).sum();
    double sum = 0;
    long count = 0;
    for (int k = 0; k < batches; k++) {
      Loss loss = byWorker.get(k % byWorker.size()).get(k / byWorker.size());
      sum += loss.mean() * loss.count();
      count += loss.count();
    }
    double mean = sum / count;
    if (!Double.isFinite(mean)) {
      throw new TrainingFailedException("validation loss became " + mean);
    }
    return mean;
  }

  private record Loss(double mean, int count) implements Serializable {}

  /** The part of a worker. */
  private record Part(
      Broadcast<RunContext> context, Start begin, int stage, int worker, int workers)
      implements Work<List<Loss>> {

    @Override
    public List<Loss> run() throws IOException, InterruptedException {
      float[] parameters;
      try {
        parameters = begin.open().parameters();
      } catch (LostException lost) {
        return null;
      }
      RunContext run = context.value();
      Assignment assignment = new Assignment(0, 1, TaskDevice.address());
      TrainableSource.Made made = LearnerPool.take(run, assignment);
      boolean whole = false;
      try {
        List<Loss> losses = Validation.losses(made.stepped(), stage, parameters, worker, workers);
        whole = true;
        return losses;
      } finally {
        if (whole) {
          LearnerPool.giveBack(run, assignment, made);
        } else {
          made.stepped().learner().close();
        }
      }
    }
  }
}
