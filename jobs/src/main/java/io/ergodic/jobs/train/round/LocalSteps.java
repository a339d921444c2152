package io.ergodic.jobs.train.round;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.jobs.spark.TaskDevice;
import io.ergodic.jobs.train.Assignment;
import io.ergodic.jobs.train.StatePolicy;
import io.ergodic.jobs.train.TrainableSource;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.TrainingFailedException;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.BlockManagerId;

/**
 * The task of a worker: the steps of its share from the shared parameters. A function of its
 * arguments alone, so it may be run twice, elsewhere, or at the same time.
 */
record LocalSteps(Broadcast<RunContext> run, Parcel<Shared> shared, StatePolicy policy)
    implements Serializable {

  Outcome run(Share share) throws IOException {
    long begin = System.currentTimeMillis();
    long start = System.nanoTime();
    RunContext context = run.value();
    Shared from = shared.open();
    float[] state = share.state() == null ? from.state() : share.state().open();
    long wait = System.nanoTime() - start;
    boolean own = context.parts() > 1;
    Assignment assignment =
        new Assignment(own ? share.worker() : 0, context.parts(), TaskDevice.address());
    TrainableSource.Made made = LearnerPool.take(context, assignment);
    Trainable.Stepped stepped = made.stepped();
    boolean whole = false;
    try {
      Learner learner = stepped.learner();
      learner.writeParameters(from.parameters());
      learner.writeState(state);
      Outcome.Report report = steps(share, made, context, begin, wait);
      float[] parameters = new float[learner.parameterCount()];
      learner.readParameters(parameters);
      float[] after = null;
      if (policy != StatePolicy.RESET) {
        after = new float[learner.stateCount()];
        learner.readState(after);
      }
      whole = true;
      return new Outcome(report, parameters, after);
    } finally {
      if (whole) {
        LearnerPool.giveBack(context, assignment, made);
      } else {
        stepped.learner().close();
      }
    }
  }

  private static Outcome.Report steps(
      Share share, TrainableSource.Made made, RunContext run, long begin, long wait) {
    Trainable.Stepped stepped = made.stepped();
    TaskContext task = TaskContext.get();
    Deadline deadline = Deadline.in(share.seconds());
    int perEpoch = stepped.batches().batchesPerEpoch();
    // A worker with data of its own goes by its own epochs. A sampler that gives as many batches of
    // a part as of all data gets as far in its plan (a schedule of the learning rate) by larger
    // steps.
    long pace = Math.max(1, Math.round((double) perEpoch * run.parts() / run.batchesPerEpoch()));
    double[] losses = new double[share.steps()];
    long examples = 0;
    int done = 0;
    String failure = null;
    long start = System.nanoTime();
    while (done < losses.length && failure == null) {
      if (task.isInterrupted()) {
        throw new TaskKilledException("not needed any more");
      }
      long step = share.first() + done;
      long position = share.position() + done;
      int epoch = (int) (position * pace / perEpoch);
      Batch batch = stepped.batches().batch(position);
      StepContext context =
          new StepContext(position * pace, epoch, RandomStreams.derive(run.seed(), "step", step));
      double loss = stepped.learner().step(batch, context);
      losses[done++] = loss;
      examples += batch.count();
      failure = failure(loss, step, epoch, stepped, deadline);
    }
    long compute = System.nanoTime() - start;
    return new Outcome.Report(
        share.worker(),
        place(),
        made.device(),
        examples,
        Arrays.copyOf(losses, done),
        failure,
        begin,
        wait,
        compute);
  }

  /** This executor in the words of Spark's scheduler, which it takes for a preferred location. */
  private static String place() {
    BlockManagerId executor = SparkEnv.get().blockManager().blockManagerId();
    return "executor_" + executor.host() + "_" + executor.executorId();
  }

  /** Failures that a second attempt would meet again are results, not exceptions. */
  private static String failure(
      double loss, long step, int epoch, Trainable.Stepped stepped, Deadline deadline) {
    if (!Double.isFinite(loss)) {
      return "loss became " + loss + " at step " + step + " (epoch " + (epoch + 1) + ")";
    }
    try {
      deadline.check("training, epoch " + (epoch + 1) + " of " + stepped.epochs());
      return null;
    } catch (TrainingFailedException late) {
      return late.getMessage();
    }
  }
}
