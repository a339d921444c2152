package io.ergodic.jobs.train.round;

import io.ergodic.datasets.batch.Batch;
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
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.resource.ResourceProfile;

/**
 * The mean validation loss, by all workers: each takes every W-th batch, and the driver sums in the
 * order of the batches.
 */
public final class Validation {
  private final JavaSparkContext spark;
  private final Broadcast<RunContext> run;
  private final int workers;
  private final Optional<ResourceProfile> profile;
  private final boolean own;
  private final Trainable.Stepped driver;

  /**
   * @param driver the learner of this process with all its data, which validates alone where the
   *     workers have training data only
   */
  public Validation(Rounds rounds, AveragingSettings settings, Trainable.Stepped driver) {
    this.profile = rounds.profile();
    this.own = settings.ownData();
    this.driver = driver;
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
    if (own) {
      return mean(List.of(losses(driver, parameters, 0, 1)));
    }
    Broadcast<float[]> shared = spark.broadcast(parameters);
    try {
      Part part = new Part(run, shared, workers);
      List<Integer> all = IntStream.range(0, workers).boxed().toList();
      JavaRDD<Integer> tasks = spark.parallelize(all, workers);
      profile.ifPresent(tasks::withResources);
      return mean(tasks.map(part::losses).collect());
    } catch (TrainingFailedException failure) {
      throw failure;
    } catch (Exception failure) {
      throw Failures.of(failure, "validation");
    } finally {
      shared.destroy();
    }
  }

  private static List<Loss> losses(
      Trainable.Stepped stepped, float[] parameters, int worker, int workers) {
    Learner learner = stepped.learner();
    learner.writeParameters(parameters);
    List<Loss> losses = new ArrayList<>();
    int k = 0;
    for (Batch batch : stepped.stopping().orElseThrow().validation()) {
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

  /** The task of a worker. */
  private record Part(Broadcast<RunContext> run, Broadcast<float[]> shared, int workers)
      implements Serializable {

    List<Loss> losses(int worker) throws IOException {
      RunContext context = run.value();
      Assignment assignment = new Assignment(0, 1, TaskDevice.address());
      TrainableSource.Made made = LearnerPool.take(context, assignment);
      boolean whole = false;
      try {
        List<Loss> losses = Validation.losses(made.stepped(), shared.value(), worker, workers);
        whole = true;
        return losses;
      } finally {
        if (whole) {
          LearnerPool.giveBack(context, assignment, made);
        } else {
          made.stepped().learner().close();
        }
      }
    }
  }
}
