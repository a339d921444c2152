package io.ergodic.jobs.train.round;

import io.ergodic.jobs.crew.Crew;
import io.ergodic.jobs.spark.TrainingProfile;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.StatePolicy;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.TrainingFailedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Runs rounds: a batch of errands for a crew each, and for large models another to average. */
public final class Rounds implements AutoCloseable {
  private final AveragingSettings settings;
  private final RunContext context;
  private final Broadcast<RunContext> run;
  private final String[] places;
  private final Crew crew;
  private final Starts starts;

  public Rounds(JavaSparkContext spark, AveragingSettings settings, RunContext context) {
    this.settings = settings;
    this.context = context;
    this.run = spark.broadcast(context);
    this.places = new String[settings.workers()];
    this.crew = new Crew(spark, settings.workers(), TrainingProfile.of(spark.getConf()));
    // In the driver's own process nothing has to be sent.
    long largest = spark.sc().isLocal() ? Long.MAX_VALUE : settings.slicedAbove();
    this.starts = new Starts(context.number(), largest, settings.slice());
  }

  /** The handle work of the same training gets its learners by. */
  Broadcast<RunContext> run() {
    return run;
  }

  Crew crew() {
    return crew;
  }

  /** Has workers begin with these vectors in a round, or between two. */
  Beginning beginning(int round, Shared from) {
    return new Beginning(
        crew, starts.of(round, from, crew::has), () -> starts.ofDriver(round, from));
  }

  /**
   * Runs a round.
   *
   * @param round counted from 0
   * @param phase of the training that the round belongs to
   * @param next the first step of its stage that has not been taken
   * @param left steps that remain of the stage
   * @param states one for all, or one a worker under {@link StatePolicy#LOCAL}
   * @param kept of each worker, parameters that are its own; empty where there are none
   * @throws TrainingFailedException when a loss is not finite, the time is over, or Spark gives up
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
    boolean own = settings.statePolicy() == StatePolicy.LOCAL;
    boolean sliced = starts.large((long) parameters.length + states.get(0).length);
    try {
      Map<Integer, Share> shares = new LinkedHashMap<>();
      double seconds = deadline.secondsLeft();
      for (Share.Range range :
          Share.deal(settings.workers(), settings.localSteps(round), next, left)) {
        float[] state = own ? states.get(range.worker()) : null;
        // All rounds but the last are full, so every worker has done as many steps.
        long position = settings.ownData() ? next / settings.workers() : range.first();
        shares.put(
            range.worker(),
            new Share(
                range.worker(),
                range.first(),
                position,
                range.steps(),
                state,
                kept.isEmpty() ? null : kept.get(range.worker()),
                phase,
                seconds));
      }
      Steps steps =
          new Steps(
              beginning(round, new Shared(parameters, own ? null : states.get(0))),
              run,
              settings.statePolicy(),
              round,
              sliced ? settings.slice() : 0,
              shares,
              places);
      long given = System.nanoTime();
      Reduction reduction = new Reduction(settings, parameters.length, states);
      reduction.reports(steps.all());
      remember(reduction.reports());
      long collected = System.nanoTime();
      fail(reduction.reports(), deadline);
      if (sliced) {
        reduction.average(crew, steps, starts);
        // Of steps that were done again.
        fail(reduction.reports(), deadline);
      } else {
        reduction.average();
      }
      RoundResult result = reduction.result();
      long bytes = Float.BYTES * (parameters.length + (long) states.get(0).length * states.size());
      return result.at(cost(reduction, begin, start, given, collected, System.nanoTime(), bytes));
    } catch (TrainingFailedException failure) {
      throw failure;
    } catch (Exception failure) {
      // Scala does not declare what it throws, SparkException among it.
      throw Failures.of(failure, "round " + (round + 1));
    }
  }

  /** Whoever has a worker's own data had better have it in the next round as well. */
  private void remember(List<Outcome.Report> reports) {
    if (settings.ownData()) {
      reports.forEach(report -> places[report.worker()] = report.executor());
    }
  }

  private static void fail(List<Outcome.Report> reports, Deadline deadline) {
    for (Outcome.Report report : reports) {
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
      long given,
      long collected,
      long end,
      long sent) {
    double wait = 0;
    double slowest = 0;
    double all = 0;
    List<WorkerCost> workers = new ArrayList<>();
    for (Outcome.Report report : reduction.reports()) {
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
    int shares = reduction.reports().size();
    double job = collected - given;
    int members = Math.max(1, Math.min(shares, crew.size()));
    double compute = Math.min(job, Math.max(slowest, all / members));
    wait = Math.min(job - compute, wait / shares);
    return new RoundCost(
        (given - start + wait) * 1e-6,
        compute * 1e-6,
        (end - collected) * 1e-6,
        (job - compute - wait) * 1e-6,
        sent,
        reduction.received(),
        workers);
  }

  /** Sends the crew home, closes the training's learners here and takes its broadcast back. */
  @Override
  public void close() {
    crew.close();
    Store.drop(context.number());
    LearnerPool.close(context.id());
    run.destroy();
  }
}
