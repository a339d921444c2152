package io.ergodic.jobs.train.round;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.jobs.crew.Work;
import io.ergodic.jobs.spark.TaskDevice;
import io.ergodic.jobs.train.Assignment;
import io.ergodic.jobs.train.StatePolicy;
import io.ergodic.jobs.train.TrainableSource;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.learner.Unaveraged;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.Stage;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.TrainingFailedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.broadcast.Broadcast;

/**
 * The work of a worker: the steps of its share from the shared parameters.
 *
 * <p>Null is its result when what it begins with is lost.
 *
 * @param slice values of the pieces its vectors are averaged in; 0 to send them whole
 */
record LocalSteps(
    Broadcast<RunContext> context,
    Start begin,
    StatePolicy policy,
    int round,
    int slice,
    Share share)
    implements Work<Outcome> {

  @Override
  public Outcome run() throws IOException, InterruptedException {
    long arrival = System.currentTimeMillis();
    long start = System.nanoTime();
    RunContext run = context.value();
    Shared from;
    try {
      from = begin.open();
    } catch (LostException lost) {
      return null;
    }
    float[] state = share.state() == null ? from.state() : share.state();
    long wait = System.nanoTime() - start;
    boolean own = run.parts() > 1;
    Assignment assignment =
        new Assignment(own ? share.worker() : 0, run.parts(), TaskDevice.address());
    TrainableSource.Made made = LearnerPool.take(run, assignment);
    Trainable.Stepped stepped = made.stepped();
    boolean whole = false;
    try {
      Learner learner = stepped.learner();
      Unaveraged unaveraged = new Unaveraged(learner.segments());
      learner.begin(share.phase().stage());
      learner.writeParameters(beginning(from.parameters(), unaveraged));
      learner.writeState(state);
      Outcome.Report report = steps(made, run, arrival, wait);
      float[] parameters = new float[learner.parameterCount()];
      learner.readParameters(parameters);
      float[] after = null;
      if (policy != StatePolicy.RESET) {
        after = new float[learner.stateCount()];
        learner.readState(after);
      }
      whole = true;
      return outcome(run, report, parameters, after, unaveraged.take(parameters));
    } finally {
      if (whole) {
        LearnerPool.giveBack(run, assignment, made);
      } else {
        stepped.learner().close();
      }
    }
  }

  private float[] beginning(float[] shared, Unaveraged unaveraged) {
    if (share.kept() == null) {
      return shared;
    }
    float[] own = shared.clone();
    unaveraged.putLocal(share.kept(), own);
    return own;
  }

  private Outcome outcome(
      RunContext run,
      Outcome.Report report,
      float[] parameters,
      float[] state,
      float[] unaveraged) {
    if (slice == 0) {
      return new Outcome(report, parameters, state, unaveraged, null);
    }
    boolean averaged = policy == StatePolicy.AVERAGE;
    List<Cut> cuts = Cut.all(slice, parameters.length, averaged ? state.length : 0);
    Holding holding = new Holding(run.number(), round, share.worker(), Store.here());
    Store.hold(holding, cuts, parameters, state);
    return new Outcome(report, null, averaged ? null : state, unaveraged, holding);
  }

  private Outcome.Report steps(TrainableSource.Made made, RunContext run, long arrival, long wait) {
    Trainable.Stepped stepped = made.stepped();
    TaskContext task = TaskContext.get();
    Deadline deadline = Deadline.in(share.seconds());
    Phase phase = share.phase();
    Stage stage = stepped.stages().get(phase.stage());
    int perEpoch = stage.batches().batchesPerEpoch();
    // A worker with data of its own goes by its own epochs. A sampler that gives as many batches of
    // a part as of all data gets as far in its plan (a schedule of the learning rate) by larger
    // steps.
    long pace = Math.max(1, Math.round((double) perEpoch * run.parts() / phase.batchesPerEpoch()));
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
      Batch batch = stage.batches().batch(position);
      long draws = RandomStreams.derive(run.seed(), "step", phase.before() + step);
      StepContext context = new StepContext(phase.stage(), position * pace, epoch, draws);
      double loss = stepped.learner().step(batch, context);
      losses[done++] = loss;
      examples += batch.count();
      failure = failure(loss, step, epoch, stage, deadline);
    }
    long compute = System.nanoTime() - start;
    return new Outcome.Report(
        share.worker(),
        SparkEnv.get().executorId(),
        made.device(),
        examples,
        Arrays.copyOf(losses, done),
        failure,
        arrival,
        wait,
        compute);
  }

  /** Failures that a second attempt would meet again are results, not exceptions. */
  private static String failure(double loss, long step, int epoch, Stage stage, Deadline deadline) {
    if (!Double.isFinite(loss)) {
      return "loss became " + loss + " at step " + step + " (epoch " + (epoch + 1) + ")";
    }
    try {
      deadline.check(stage.name() + ", epoch " + (epoch + 1) + " of " + stage.epochs());
      return null;
    } catch (TrainingFailedException late) {
      return late.getMessage();
    }
  }
}
