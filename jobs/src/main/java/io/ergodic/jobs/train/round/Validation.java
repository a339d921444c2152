package io.ergodic.jobs.train.round;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.TrainingFailedException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * The mean validation loss, by all workers: each takes every W-th batch, and the driver sums in the
 * order of the batches.
 */
public final class Validation {
  private final JavaSparkContext spark;
  private final Broadcast<RunContext> run;
  private final int workers;

  public Validation(Rounds rounds, AveragingSettings settings) {
    this.spark = rounds.spark();
    this.run = rounds.run();
    this.workers = settings.workers();
  }

  /**
   * The loss of these parameters.
   *
   * @throws TrainingFailedException when it is not finite, or Spark gives up
   */
  public double loss(float[] parameters, Deadline deadline) {
    deadline.check("validation");
    Broadcast<float[]> shared = spark.broadcast(parameters);
    try {
      Part part = new Part(run, shared, workers);
      List<Integer> all = IntStream.range(0, workers).boxed().toList();
      return mean(spark.parallelize(all, workers).map(part::losses).collect());
    } catch (TrainingFailedException failure) {
      throw failure;
    } catch (Exception failure) {
      throw Failures.of(failure, "validation");
    } finally {
      shared.destroy();
    }
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

  /** The task of a worker. */
  private record Part(Broadcast<RunContext> run, Broadcast<float[]> shared, int workers)
      implements Serializable {

    List<Loss> losses(int worker) throws IOException {
      RunContext context = run.value();
      Trainable.Stepped stepped = LearnerPool.take(context);
      boolean whole = false;
      try {
        Learner learner = stepped.learner();
        learner.writeParameters(shared.value());
        List<Loss> losses = new ArrayList<>();
        int k = 0;
        for (Batch batch : stepped.stopping().orElseThrow().validation()) {
          if (k++ % workers == worker) {
            losses.add(new Loss(learner.loss(batch), batch.count()));
          }
        }
        whole = true;
        return losses;
      } finally {
        if (whole) {
          LearnerPool.giveBack(context.id(), stepped);
        } else {
          stepped.learner().close();
        }
      }
    }
  }
}
