package io.ergodic.jobs.train.round;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.jobs.spark.TaskDevice;
import io.ergodic.jobs.train.Assignment;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.TrainableSource;
import io.ergodic.jobs.transport.PlacedTask;
import io.ergodic.jobs.transport.RemoteTask;
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
 * Computes the mean validation loss on all W workers. Worker w evaluates batches w, w + W, ...; the
 * driver sums the losses in the order of the batches.
 */
public final class Validation {
  private final RoundRunner rounds;
  private final int workers;
  private final boolean ownData;
  private final Trainable.Stepped driver;

  /**
   * @param driver the learner of this process, with all the data; it validates alone when each
   *     worker has its own training data and no validation data
   */
  public Validation(RoundRunner rounds, AveragingSettings settings, Trainable.Stepped driver) {
    this.ownData = settings.ownData();
    this.driver = driver;
    this.rounds = rounds;
    this.workers = settings.workers();
  }

  /**
   * Returns the mean validation loss of these parameters.
   *
   * @param stage of the training whose validation batches are evaluated
   * @param round that begins with these parameters
   * @throws TrainingFailedException when the loss is not finite, or the model throws
   * @throws java.io.UncheckedIOException when executors are lost, or memory or files fail
   */
  public double loss(int stage, int round, float[] parameters, Deadline deadline) {
    deadline.check("validation");
    if (ownData) {
      return mean(List.of(losses(driver, stage, parameters, 0, 1)));
    }
    try {
      List<Integer> all = IntStream.range(0, workers).boxed().toList();
      return mean(
          rounds
              .tasks(round, new RoundInput(parameters, null))
              .run(
                  all,
                  (input, worker) ->
                      new PlacedTask<>(
                          new LossTask(rounds.run(), input, stage, worker, workers), null)));
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

  /** Evaluates the batches of one worker; the result is null when the input was lost. */
  private record LossTask(
      Broadcast<RunContext> context, InputHandle input, int stage, int worker, int workers)
      implements RemoteTask<List<Loss>> {

    @Override
    public List<Loss> run() throws IOException, InterruptedException {
      float[] parameters;
      try {
        parameters = input.open().parameters();
      } catch (BlocksLostException lost) {
        return null;
      }
      RunContext run = context.value();
      Assignment assignment = new Assignment(0, 1, TaskDevice.address());
      TrainableSource.WorkerLearner created = LearnerPool.acquire(run, assignment);
      boolean complete = false;
      try {
        List<Loss> losses =
            Validation.losses(created.stepped(), stage, parameters, worker, workers);
        complete = true;
        return losses;
      } finally {
        if (complete) {
          LearnerPool.release(run, assignment, created);
        } else {
          created.stepped().learner().close();
        }
      }
    }
  }
}
