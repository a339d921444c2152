package io.ergodic.jobs.train;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.train.outer.OuterOptimiser;
import java.util.Arrays;
import java.util.List;

/**
 * How one model is trained by many, as read from
 *
 * <pre>
 * averaging { engine = ergodic, workers = 4, localSteps = 16, schedule { rounds = 0, localSteps = 1 },
 *             optimiserState = average, outer { name = mean },
 *             checkpoint { interval = 60, rounds = 0, keep = 2 },
 *             data = shared, cacheMegabytes = 1024,
 *             reduction { slicedAbove = 500000, slice = 250000 } }
 * </pre>
 *
 * @param engine name of the engine that runs the rounds
 * @param workers number of logical workers; part of the result, and no matter of the cluster's size
 * @param localSteps H: steps of a worker between two averages
 * @param firstRounds so many rounds at the start have {@code firstLocalSteps} instead (Lin et al.
 *     2020, post-local SGD)
 * @param ownData whether each worker trains on its own shards alone ({@code data = own}) instead of
 *     on its share of the steps over all data; validation is then the driver's
 * @param cacheBytes of workers' own data a process keeps in memory between tasks; the rest waits on
 *     its local disk
 * @param slicedAbove parameters and state of more values stay on the executors and are averaged in
 *     slices there; fewer are sent with the work and averaged on the driver
 * @param slice values of a slice
 * @param determining the settings above that determine the result, as canonical JSON
 */
public record AveragingSettings(
    String engine,
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
  /** Values of which the bytes are counted by an int in Spark's messages and blocks. */
  private static final int LARGEST_BLOCK = 1 << 28;

  /**
   * When checkpoints are written and how many stay.
   *
   * @param interval seconds after which one is due
   * @param rounds rounds after which one is due; 0 to go by the interval alone
   * @param keep the last ones that are kept; the best by validation stays as well
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
            settings.without("checkpoint").without("reduction").without("cacheMegabytes").json());
    schedule.rejectUnknown();
    checkpoint.rejectUnknown();
    reduction.rejectUnknown();
    settings.rejectUnknown();
    AveragingEngine.registry().get(read.engine(), settings.path("engine")).check(read, settings);
    return read;
  }

  /** Rounds that so many global steps of all workers take. */
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

  /** Steps of every worker in a round, counted from 0. */
  public int localSteps(int round) {
    return round < firstRounds ? firstLocalSteps : localSteps;
  }
}
