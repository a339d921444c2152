package io.ergodic.jobs.train.round;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.jobs.spark.TaskDevice;
import io.ergodic.jobs.train.Assignment;
import io.ergodic.jobs.train.StatePolicy;
import io.ergodic.jobs.train.TrainableSource;
import io.ergodic.jobs.transport.BlockExchange;
import io.ergodic.jobs.transport.RemoteTask;
import io.ergodic.jobs.transport.Slice;
import io.ergodic.jobs.transport.VectorBlocks;
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
 * Takes the local steps of one worker in one round. The result is null when the round's input was
 * lost with its executors.
 *
 * @param slice number of values in a slice when the executors average; 0 when the worker sends its
 *     vectors to the driver
 * @param exchange of the slices; null when the worker sends its vectors to the driver
 */
record LocalStepsTask(
    Broadcast<RunContext> context,
    InputHandle input,
    StatePolicy policy,
    int round,
    int slice,
    BlockExchange exchange,
    StepAssignment assigned)
    implements RemoteTask<WorkerResult> {

  @Override
  public WorkerResult run() throws IOException, InterruptedException {
    long arrival = System.currentTimeMillis();
    long start = System.nanoTime();
    RunContext run = context.value();
    RoundInput from;
    try {
      from = input.open();
    } catch (BlocksLostException lost) {
      return null;
    }
    float[] state = assigned.state() == null ? from.state() : assigned.state();
    long wait = System.nanoTime() - start;
    boolean ownData = run.parts() > 1;
    Assignment assignment =
        new Assignment(ownData ? assigned.worker() : 0, run.parts(), TaskDevice.address());
    TrainableSource.WorkerLearner created = LearnerPool.acquire(run, assignment);
    Trainable.Stepped stepped = created.stepped();
    boolean complete = false;
    try {
      Learner learner = stepped.learner();
      Unaveraged unaveraged = new Unaveraged(learner.segments());
      learner.begin(assigned.phase().stage());
      learner.writeParameters(initialParameters(from.parameters(), unaveraged));
      learner.writeState(state);
      WorkerResult.Report report = takeSteps(created, run, arrival, wait);
      float[] parameters = new float[learner.parameterCount()];
      learner.readParameters(parameters);
      float[] stateAfter = null;
      if (policy != StatePolicy.RESET) {
        stateAfter = new float[learner.stateCount()];
        learner.readState(stateAfter);
      }
      complete = true;
      return result(run, report, parameters, stateAfter, unaveraged.take(parameters));
    } finally {
      if (complete) {
        LearnerPool.release(run, assignment, created);
      } else {
        stepped.learner().close();
      }
    }
  }

  private float[] initialParameters(float[] shared, Unaveraged unaveraged) {
    if (assigned.kept() == null) {
      return shared;
    }
    float[] own = shared.clone();
    unaveraged.putLocal(assigned.kept(), own);
    return own;
  }

  private WorkerResult result(
      RunContext run,
      WorkerResult.Report report,
      float[] parameters,
      float[] state,
      float[] unaveraged) {
    if (slice == 0) {
      return new WorkerResult(report, parameters, state, unaveraged, null);
    }
    boolean averaged = policy == StatePolicy.AVERAGE;
    List<Slice> slices = Slice.divide(slice, parameters.length, averaged ? state.length : 0);
    VectorBlocks blocks = exchange.here(run.number(), round, assigned.worker());
    exchange.put(blocks, slices, parameters, state);
    return new WorkerResult(report, null, averaged ? null : state, unaveraged, blocks);
  }

  private WorkerResult.Report takeSteps(
      TrainableSource.WorkerLearner created, RunContext run, long arrival, long wait) {
    Trainable.Stepped stepped = created.stepped();
    TaskContext task = TaskContext.get();
    Deadline deadline = Deadline.in(assigned.seconds());
    Phase phase = assigned.phase();
    Stage stage = stepped.stages().get(phase.stage());
    int perEpoch = stage.batches().batchesPerEpoch();
    // A worker with its own data has shorter epochs. When its sampler yields as many batches per
    // epoch as that of all data, the position (of a learning rate schedule) advances by more than
    // one per step, so that it reaches the end of the schedule.
    long stride =
        Math.max(1, Math.round((double) perEpoch * run.parts() / phase.batchesPerEpoch()));
    double[] losses = new double[assigned.steps()];
    long examples = 0;
    int done = 0;
    String failure = null;
    long start = System.nanoTime();
    while (done < losses.length && failure == null) {
      if (task.isInterrupted()) {
        throw new TaskKilledException("not needed any more");
      }
      long step = assigned.first() + done;
      long position = assigned.position() + done;
      int epoch = (int) (position * stride / perEpoch);
      Batch batch = stage.batches().batch(position);
      long draws = RandomStreams.derive(run.seed(), "step", phase.before() + step);
      StepContext context = new StepContext(phase.stage(), position * stride, epoch, draws);
      double loss = stepped.learner().step(batch, context);
      losses[done++] = loss;
      examples += batch.count();
      failure = failure(loss, step, epoch, stage, deadline);
    }
    long compute = System.nanoTime() - start;
    return new WorkerResult.Report(
        assigned.worker(),
        SparkEnv.get().executorId(),
        created.device(),
        examples,
        Arrays.copyOf(losses, done),
        failure,
        arrival,
        wait,
        compute);
  }

  /** A failure that every attempt would repeat is part of the result, not an exception. */
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
