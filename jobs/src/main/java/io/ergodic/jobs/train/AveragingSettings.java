package io.ergodic.jobs.train;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.train.outer.OuterOptimiser;
import io.ergodic.jobs.transport.Transport;
import io.ergodic.jobs.transport.standing.StandingTransport;
import java.util.Arrays;
import java.util.List;

/**
 * The settings of parameter averaging, read from
 *
 * <pre>
 * averaging { engine = ergodic, transport = standing, workers = 4, localSteps = 16, schedule { rounds = 0, localSteps = 1 },
 *             optimiserState = average, outer { name = mean },
 *             checkpoint { interval = 60, rounds = 0, keep = 2 },
 *             data = shared, cacheMegabytes = 1024,
 *             reduction { slicedAbove = 500000, slice = 250000 } }
 * </pre>
 *
 * @param engine name of the engine that runs the rounds
 * @param transport name of the transport that runs the tasks of the rounds; it changes no bit of
 *     the result
 * @param workers number of logical workers; it determines the result and does not depend on the
 *     size of the cluster
 * @param localSteps H: number of steps of a worker between two averages
 * @param firstRounds number of rounds at the start that have {@code firstLocalSteps} instead (Lin
 *     et al. 2020, post-local SGD)
 * @param ownData whether each worker trains on its own shards ({@code data = own}) instead of on
 *     all data; the driver then validates alone
 * @param cacheBytes of workers' own data that a process keeps in memory between tasks; it writes
 *     the rest to its local disk
 * @param slicedAbove largest number of values in parameters and state together that travel with the
 *     tasks and are averaged on the driver; larger vectors stay on the executors, which average
 *     them in slices
 * @param slice number of values in a slice
 * @param determining the settings above that determine the result, as canonical JSON
 */
public record AveragingSettings(
    String engine,
    String transport,
    int workers,
    int localSteps,
    int firstRounds,
    int firstLocalSteps,
    StatePolicy statePolicy,
    OuterOptimiser outer,
    CheckpointPlan checkpoints,
    boolean ownData,
    long cacheBytes,
    int slicedAbove,
    int slice,
    String determining) {
  /** Largest number of floats in a block, whose size in bytes Spark counts by an int. */
  private static final int LARGEST_BLOCK = 1 << 28;

  /**
   * When to write checkpoints, and how many to keep.
   *
   * @param interval seconds between two checkpoints
   * @param rounds number of rounds between two checkpoints; 0 for the interval alone
   * @param keep number of the last checkpoints to keep, beside the best by validation
   */
  public record CheckpointPlan(double interval, int rounds, int keep) {}

  /** Reads and checks all of an {@code averaging} object; {@code workers} is required. */
  public static AveragingSettings read(Settings settings) {
    Settings schedule = settings.child("schedule");
    Settings checkpoint = settings.child("checkpoint");
    Settings reduction = settings.child("reduction");
    AveragingSettings read =
        new AveragingSettings(
            settings.string("engine", ErgodicEngine.NAME),
            settings.string("transport", StandingTransport.NAME),
            settings.integer("workers", 1, 100_000),
            settings.integer("localSteps", 16, 1, 1_000_000),
            schedule.integer("rounds", 0, 0, Integer.MAX_VALUE),
            schedule.integer("localSteps", 1, 1, 1_000_000),
            StatePolicy.of(
                settings.choice(
                    "optimiserState",
                    StatePolicy.AVERAGE.label(),
                    Arrays.stream(StatePolicy.values()).map(StatePolicy::label).toList())),
            OuterOptimiser.read(settings.child("outer")),
            new CheckpointPlan(
                checkpoint.seconds("interval", 60),
                checkpoint.integer("rounds", 0, 0, Integer.MAX_VALUE),
                checkpoint.integer("keep", 2, 1, 1_000)),
            settings.choice("data", "shared", List.of("shared", "own")).equals("own"),
            (long) settings.integer("cacheMegabytes", 1024, 0, 1 << 24) << 20,
            reduction.integer("slicedAbove", 500_000, 1, LARGEST_BLOCK),
            reduction.integer("slice", 250_000, 1, LARGEST_BLOCK),
            settings
                .without("transport")
                .without("checkpoint")
                .without("reduction")
                .without("cacheMegabytes")
                .json());
    schedule.rejectUnknown();
    checkpoint.rejectUnknown();
    reduction.rejectUnknown();
    settings.rejectUnknown();
    Transport.registry().get(read.transport(), settings.path("transport"));
    AveragingEngine.registry().get(read.engine(), settings.path("engine")).check(read, settings);
    return read;
  }

  /** Number of rounds in which all workers together take this many steps. */
  public long rounds(long steps) {
    long early = (long) workers * firstLocalSteps;
    long usual = (long) workers * localSteps;
    long first = Math.min(firstRounds, (steps + early - 1) / early);
    return first + (Math.max(0, steps - first * early) + usual - 1) / usual;
  }

  /** Name of the outer optimiser. */
  public String outerName() {
    return OuterOptimiser.name(Settings.parse(determining, "averaging").child("outer"));
  }

  /** H of a round, which is counted from 0. */
  public int localSteps(int round) {
    return round < firstRounds ? firstLocalSteps : localSteps;
  }
}
