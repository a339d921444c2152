package io.ergodic.jobs.train.round;

import io.ergodic.jobs.transport.PlacedTask;
import io.ergodic.jobs.transport.TransportSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Runs one task per worker on the same input. A task that cannot open its input, because executors
 * were lost together with slices of it, returns null; this class runs it again with the input in
 * the driver's block store.
 */
final class WorkerTasks {
  private final TransportSession session;
  private final Supplier<InputHandle> fromDriver;
  private InputHandle input;

  /**
   * @param input of the tasks
   * @param fromDriver makes a handle of the same input with all slices in the driver's store
   */
  WorkerTasks(TransportSession session, InputHandle input, Supplier<InputHandle> fromDriver) {
    this.session = session;
    this.input = input;
    this.fromDriver = fromDriver;
  }

  /**
   * Runs the tasks of these workers, and returns the results in the same order.
   *
   * @param task makes the task of a worker from the input and the worker's number
   */
  <R> List<R> run(List<Integer> workers, BiFunction<InputHandle, Integer, PlacedTask<R>> task)
      throws IOException {
    List<R> results = new ArrayList<>(runOnce(workers, task));
    List<Integer> lost = new ArrayList<>();
    for (int k = 0; k < workers.size(); k++) {
      if (results.get(k) == null) {
        lost.add(k);
      }
    }
    if (lost.isEmpty()) {
      return results;
    }
    input = fromDriver.get();
    List<R> repeated = runOnce(lost.stream().map(workers::get).toList(), task);
    for (int k = 0; k < lost.size(); k++) {
      if (repeated.get(k) == null) {
        throw new IOException("executors cannot fetch the parameters from the driver");
      }
      results.set(lost.get(k), repeated.get(k));
    }
    return results;
  }

  private <R> List<R> runOnce(
      List<Integer> workers, BiFunction<InputHandle, Integer, PlacedTask<R>> task)
      throws IOException {
    List<PlacedTask<R>> tasks = new ArrayList<>();
    workers.forEach(worker -> tasks.add(task.apply(input, worker)));
    return session.run(tasks);
  }
}
