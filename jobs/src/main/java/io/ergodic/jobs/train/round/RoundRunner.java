package io.ergodic.jobs.train.round;

import io.ergodic.jobs.spark.TrainingProfile;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.StatePolicy;
import io.ergodic.jobs.transport.Transport;
import io.ergodic.jobs.transport.TransportSession;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.TrainingFailedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Runs rounds. A round is one batch of tasks, and for large models at least one more batch that
 * averages the workers' vectors.
 */
public final class RoundRunner implements AutoCloseable {
  private final AveragingSettings settings;
  private final RunContext context;
  private final Broadcast<RunContext> run;
  private final String[] preferredExecutors;
  private final TransportSession session;
  private final InputPublisher publisher;

  public RoundRunner(JavaSparkContext spark, AveragingSettings settings, RunContext context) {
    this.settings = settings;
    this.context = context;
    this.run = spark.broadcast(context);
    this.preferredExecutors = new String[settings.workers()];
    this.session =
        Transport.registry()
            .get(settings.transport(), "averaging.transport")
            .open(spark, settings.workers(), TrainingProfile.of(spark.getConf()));
    // On a local master the tasks share the driver's memory, and nothing is transferred.
    boolean mayStay = session.blocks().isPresent() && !spark.sc().isLocal();
    long maxInline = mayStay ? settings.slicedAbove() : Long.MAX_VALUE;
    this.publisher = new InputPublisher(session, context.number(), maxInline, settings.slice());
  }

  /** The context of the training, from which tasks get their learners. */
  Broadcast<RunContext> run() {
    return run;
  }

  /**
   * Runs tasks on the same input.
   *
   * @param round that begins with the input
   */
  WorkerTasks tasks(int round, RoundInput input) {
    return new WorkerTasks(
        session, publisher.publish(round, input), () -> publisher.publishFromDriver(round, input));
  }

  /**
   * Runs a round.
   *
   * @param round from 0
   * @param phase that the round belongs to
   * @param next number of the next step of the stage, from 0
   * @param left number of steps that remain in the stage
   * @param parameters at the start of the round, flat
   * @param states of the optimiser: one for all workers, or one each with {@link StatePolicy#LOCAL}
   * @param kept one vector per worker: its own values of parameters that are not averaged; empty
   *     when the model has no such parameters
   * @throws TrainingFailedException when a loss is not finite, the deadline has passed, or the
   *     model throws
   * @throws java.io.UncheckedIOException when executors are lost, or memory or files fail
   */
  public RoundResult run(
      int round,
      Phase phase,
      long next,
      long left,
      float[] parameters,
      List<float[]> states,
      List<float[]> kept,
      Deadline deadline) {
    deadline.check("training, round " + (round + 1));
    long begin = System.currentTimeMillis();
    long start = System.nanoTime();
    boolean ownState = settings.statePolicy() == StatePolicy.LOCAL;
    boolean sliced = publisher.sliced((long) parameters.length + states.get(0).length);
    try {
      Map<Integer, StepAssignment> assignments = new LinkedHashMap<>();
      double seconds = deadline.secondsLeft();
      for (StepAssignment.Range range :
          StepAssignment.split(settings.workers(), settings.localSteps(round), next, left)) {
        float[] state = ownState ? states.get(range.worker()) : null;
        // All rounds but the last are full, so every worker has taken the same number of steps.
        long position = settings.ownData() ? next / settings.workers() : range.first();
        assignments.put(
            range.worker(),
            new StepAssignment(
                range.worker(),
                range.first(),
                position,
                range.steps(),
                state,
                kept.isEmpty() ? null : kept.get(range.worker()),
                phase,
                seconds));
      }
      StepTasks steps =
          new StepTasks(
              tasks(round, new RoundInput(parameters, ownState ? null : states.get(0))),
              run,
              settings.statePolicy(),
              round,
              sliced ? settings.slice() : 0,
              sliced ? session.blocks().orElseThrow() : null,
              assignments,
              preferredExecutors);
      long sent = System.nanoTime();
      Reduction reduction = new Reduction(settings, parameters.length, states);
      reduction.results(steps.runAll());
      rememberExecutors(reduction.reports());
      long collected = System.nanoTime();
      throwFailures(reduction.reports(), deadline);
      if (sliced) {
        reduction.average(session, steps, publisher);
        // Repeated steps may have failed.
        throwFailures(reduction.reports(), deadline);
      } else {
        reduction.average();
      }
      RoundResult result = reduction.result();
      long bytes = Float.BYTES * (parameters.length + (long) states.get(0).length * states.size());
      return result.withCost(
          cost(reduction, begin, start, sent, collected, System.nanoTime(), bytes));
    } catch (TrainingFailedException failure) {
      throw failure;
    } catch (Exception failure) {
      // Spark throws checked exceptions that Scala does not declare, such as SparkException.
      throw Failures.of(failure, "round " + (round + 1));
    }
  }

  /** Prefers, in the next round, the executor that has a worker's own data in memory. */
  private void rememberExecutors(List<WorkerResult.Report> reports) {
    if (settings.ownData()) {
      reports.forEach(report -> preferredExecutors[report.worker()] = report.executor());
    }
  }

  private static void throwFailures(List<WorkerResult.Report> reports, Deadline deadline) {
    for (WorkerResult.Report report : reports) {
      if (report.failure() != null) {
        deadline.check("training");
        throw new TrainingFailedException(report.failure());
      }
    }
  }

  private RoundCost cost(
      Reduction reduction,
      long begin,
      long start,
      long sent,
      long collected,
      long end,
      long bytes) {
    double wait = 0;
    double slowest = 0;
    double all = 0;
    List<WorkerCost> workers = new ArrayList<>();
    for (WorkerResult.Report report : reduction.reports()) {
      wait += report.waitNanos();
      slowest = Math.max(slowest, report.computeNanos());
      all += report.computeNanos();
      workers.add(
          new WorkerCost(
              report.worker(),
              Math.max(0, report.begin() - begin),
              report.waitNanos() * 1e-6,
              report.computeNanos() * 1e-6));
    }
    int workerCount = reduction.reports().size();
    double job = collected - sent;
    int parallel = Math.max(1, Math.min(workerCount, session.parallelism()));
    double compute = Math.min(job, Math.max(slowest, all / parallel));
    wait = Math.min(job - compute, wait / workerCount);
    return new RoundCost(
        (sent - start + wait) * 1e-6,
        compute * 1e-6,
        (end - collected) * 1e-6,
        (job - compute - wait) * 1e-6,
        bytes,
        reduction.received(),
        workers);
  }

  /** Ends the session, and frees the training's blocks, learners and broadcast in this process. */
  @Override
  public void close() {
    session.close();
    session.blocks().ifPresent(blocks -> blocks.remove(context.number()));
    LearnerPool.close(context.id());
    run.destroy();
  }
}
