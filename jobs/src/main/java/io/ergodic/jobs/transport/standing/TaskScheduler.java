package io.ergodic.jobs.transport.standing;

import io.ergodic.jobs.transport.PlacedTask;
import io.ergodic.jobs.transport.RemoteTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Assigns the tasks of one batch to runners: locality, retries and speculation. This class knows
 * neither Spark nor clocks; times are arguments, in nanoseconds. Callers hold the scheduler's
 * monitor during every call, and release it before they send what {@link #assign} returns.
 */
final class TaskScheduler {
  private final SchedulerSettings settings;
  // In the order of arrival, so that assignments depend on nothing else.
  private final Map<Long, Runner> runners = new LinkedHashMap<>();
  private final Set<Long> removed = new HashSet<>();
  private List<TaskState> batch = List.of();
  private long firstNumber;
  private String failure;
  private long completed;

  TaskScheduler(SchedulerSettings settings) {
    this.settings = settings;
  }

  /** A runner; it is idle while {@code replyTo} is not null. */
  private static final class Runner {
    final String executor;
    Consumer<TaskReply> replyTo;
    TaskState running;

    Runner(String executor) {
      this.executor = executor;
    }
  }

  /** A task of the batch; it is done when it has a result. */
  private static final class TaskState {
    final long number;
    final PlacedTask<?> placed;
    final long submitted;
    final List<Runner> copies = new ArrayList<>();
    long started;
    long duration;
    int failures;
    TaskRequest result;

    TaskState(long number, PlacedTask<?> placed, long submitted) {
      this.number = number;
      this.placed = placed;
      this.submitted = submitted;
    }

    boolean done() {
      return result != null;
    }

    boolean pending() {
      return !done() && copies.isEmpty();
    }
  }

  /** A task that was assigned to a runner, and how to send it there. */
  record Dispatch(Consumer<TaskReply> replyTo, String executor, long number, RemoteTask<?> task) {}

  /** Replaces the batch; results that still arrive for an earlier batch are ignored. */
  void submit(List<? extends PlacedTask<?>> tasks, long now) {
    firstNumber += batch.size();
    failure = null;
    List<TaskState> states = new ArrayList<>();
    tasks.forEach(task -> states.add(new TaskState(firstNumber + states.size(), task, now)));
    batch = states;
  }

  /** Records the result in a runner's request, and marks the runner as idle. */
  void receive(TaskRequest request, Consumer<TaskReply> replyTo, long now) {
    if (removed.contains(request.runner())) {
      return;
    }
    Runner runner =
        runners.computeIfAbsent(request.runner(), none -> new Runner(request.executor()));
    release(runner);
    runner.replyTo = replyTo;
    TaskState task =
        request.task() < firstNumber ? null : batch.get((int) (request.task() - firstNumber));
    if (task == null || task.done()) {
      return;
    }
    if (request.failure() == null) {
      task.result = request;
      task.duration = now - task.started;
      completed++;
      return;
    }
    task.failures++;
    if (task.failures >= settings.maxFailures()) {
      failure = request.failure();
    }
  }

  /** Removes a runner whose Spark task has ended. */
  void remove(long id) {
    removed.add(id);
    Runner runner = runners.remove(id);
    if (runner != null) {
      release(runner);
    }
  }

  private static void release(Runner runner) {
    if (runner.running != null) {
      runner.running.copies.remove(runner);
      runner.running = null;
    }
  }

  /**
   * Assigns pending tasks to idle runners: first those whose executor has an idle runner, then
   * those that may run anywhere, then speculative copies.
   */
  List<Dispatch> assign(long now) {
    List<Dispatch> dispatches = new ArrayList<>();
    if (failure != null) {
      return dispatches;
    }
    for (TaskState task : batch) {
      if (task.pending() && task.placed.executor() != null) {
        idleRunner(task.placed.executor()::equals)
            .ifPresent(runner -> assign(task, runner, now, dispatches));
      }
    }
    for (TaskState task : batch) {
      if (task.pending() && mayRunAnywhere(task, now)) {
        idleRunner(any -> true).ifPresent(runner -> assign(task, runner, now, dispatches));
      }
    }
    if (settings.speculation()) {
      speculate(now, dispatches);
    }
    return dispatches;
  }

  private boolean mayRunAnywhere(TaskState task, long now) {
    String executor = task.placed.executor();
    return executor == null
        || now - task.submitted > settings.localityWait()
        || !hasExecutor(executor);
  }

  private Optional<Runner> idleRunner(Predicate<String> executor) {
    return runners.values().stream()
        .filter(runner -> runner.replyTo != null && executor.test(runner.executor))
        .findFirst();
  }

  private void assign(TaskState task, Runner runner, long now, List<Dispatch> dispatches) {
    if (task.copies.isEmpty()) {
      task.started = now;
    }
    task.copies.add(runner);
    runner.running = task;
    dispatches.add(new Dispatch(runner.replyTo, runner.executor, task.number, task.placed.task()));
    runner.replyTo = null;
  }

  /** Assigns a second copy of each slow task to another executor. */
  private void speculate(long now, List<Dispatch> dispatches) {
    long[] times = batch.stream().filter(TaskState::done).mapToLong(t -> t.duration).toArray();
    if (times.length < Math.max(1, (int) (settings.speculationQuantile() * batch.size()))) {
      return;
    }
    Arrays.sort(times);
    double slow =
        Math.max(
            settings.minTaskRuntime(), settings.speculationMultiplier() * times[times.length / 2]);
    for (TaskState task : batch) {
      if (!task.done() && task.copies.size() == 1 && now - task.started > slow) {
        String executor = task.copies.get(0).executor;
        idleRunner(other -> !other.equals(executor))
            .ifPresent(runner -> assign(task, runner, now, dispatches));
      }
    }
  }

  /** Removes all idle runners, and returns how to reply to them. */
  List<Consumer<TaskReply>> removeIdle() {
    List<Consumer<TaskReply>> idle =
        runners.values().stream().map(runner -> runner.replyTo).filter(Objects::nonNull).toList();
    runners.values().removeIf(runner -> runner.replyTo != null);
    return idle;
  }

  /** Whether all tasks of the batch are done. */
  boolean done() {
    return batch.stream().allMatch(TaskState::done);
  }

  /** Message of the task that failed too often; null when there is none. */
  String failure() {
    return failure;
  }

  /** Number of tasks completed since the scheduler was made. */
  long completed() {
    return completed;
  }

  /** Whether an executor has runners. */
  boolean hasExecutor(String executor) {
    return runners.values().stream().anyMatch(runner -> runner.executor.equals(executor));
  }

  /** Number of runners. */
  int runnerCount() {
    return runners.size();
  }

  /** The requests that brought the results, in the order of the tasks; ends the batch. */
  List<TaskRequest> takeResults() {
    List<TaskRequest> results = batch.stream().map(task -> task.result).toList();
    submit(List.of(), 0);
    return results;
  }
}
