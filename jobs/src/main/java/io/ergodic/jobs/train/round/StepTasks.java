package io.ergodic.jobs.train.round;

import io.ergodic.jobs.train.StatePolicy;
import io.ergodic.jobs.transport.BlockExchange;
import io.ergodic.jobs.transport.PlacedTask;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;

/**
 * Runs the local steps of a round.
 *
 * @param slice number of values in a slice when the executors average; 0 when the workers send
 *     their vectors to the driver
 * @param exchange of the slices; null when the workers send their vectors to the driver
 * @param assignments by worker, in the order of the workers
 * @param preferredExecutors by worker: the executor that has the worker's data; null for none
 */
record StepTasks(
    WorkerTasks tasks,
    Broadcast<RunContext> run,
    StatePolicy policy,
    int round,
    int slice,
    BlockExchange exchange,
    Map<Integer, StepAssignment> assignments,
    String[] preferredExecutors) {

  /** Runs the steps of all workers, and returns their results in the order of the workers. */
  List<WorkerResult> runAll() throws IOException {
    return run(List.copyOf(assignments.keySet()));
  }

  /** Runs the steps of some workers, and returns their results in the same order. */
  List<WorkerResult> run(List<Integer> workers) throws IOException {
    return tasks.run(
        workers,
        (input, worker) ->
            new PlacedTask<>(
                new LocalStepsTask(
                    run, input, policy, round, slice, exchange, assignments.get(worker)),
                preferredExecutors[worker]));
  }
}
