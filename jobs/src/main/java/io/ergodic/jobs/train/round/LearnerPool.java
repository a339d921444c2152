package io.ergodic.jobs.train.round;

import io.ergodic.jobs.train.Assignment;
import io.ergodic.jobs.train.TrainableSource.WorkerLearner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Caches the idle learners of this process from round to round. A learner's only state is its
 * parameters and its optimiser state, and every task overwrites both, so a learner serves any
 * worker that has the same data and device. The pool has at most as many learners as tasks have run
 * here at the same time. It caches the learners of one run only: it closes them when another run
 * acquires a learner.
 *
 * <p>Learners with training data of their own stay while the data fits into the run's memory
 * budget. The pool evicts the least recently used first, and spills its data to the local disk.
 */
final class LearnerPool {
  // Oldest first.
  private static final List<Entry> IDLE = new ArrayList<>();
  private static String currentRun = "";

  private LearnerPool() {}

  private record Entry(Assignment assignment, WorkerLearner learner) {
    void close() {
      learner.stepped().learner().close();
    }
  }

  /** Returns an idle learner of the run, or a new one. The caller releases it or closes it. */
  static WorkerLearner acquire(RunContext run, Assignment assignment) throws IOException {
    List<Entry> superseded = List.of();
    WorkerLearner idle = null;
    synchronized (IDLE) {
      if (!currentRun.equals(run.id())) {
        superseded = clear();
        currentRun = run.id();
      }
      for (int k = IDLE.size() - 1; k >= 0 && idle == null; k--) {
        if (IDLE.get(k).assignment().equals(assignment)) {
          idle = IDLE.remove(k).learner();
        }
      }
    }
    superseded.forEach(Entry::close);
    return idle != null
        ? idle
        : run.source().create(run.configuration().value().value(), assignment);
  }

  /** Returns a learner to the pool, unless another run has begun since; then closes it. */
  static void release(RunContext run, Assignment assignment, WorkerLearner learner)
      throws IOException {
    List<Entry> evicted = new ArrayList<>();
    synchronized (IDLE) {
      Entry entry = new Entry(assignment, learner);
      if (!currentRun.equals(run.id())) {
        evicted.add(entry);
      } else {
        IDLE.add(entry);
        long bytes = IDLE.stream().mapToLong(idle -> idle.learner().bytes()).sum();
        for (int k = 0; k < IDLE.size() && bytes > run.cacheBytes(); ) {
          // The data is shared, so closing the learner would free none.
          if (IDLE.get(k).learner().bytes() == 0) {
            k++;
            continue;
          }
          bytes -= IDLE.get(k).learner().bytes();
          evicted.add(IDLE.remove(k));
        }
      }
    }
    for (Entry entry : evicted) {
      entry.learner().spill().run();
      entry.close();
    }
  }

  /** Closes the idle learners of a run that has ended. */
  static void close(String run) {
    List<Entry> idle = List.of();
    synchronized (IDLE) {
      if (currentRun.equals(run)) {
        idle = clear();
        currentRun = "";
      }
    }
    idle.forEach(Entry::close);
  }

  private static List<Entry> clear() {
    List<Entry> all = new ArrayList<>(IDLE);
    IDLE.clear();
    return all;
  }

  /** Number of idle learners in this process. */
  static int idleCount() {
    synchronized (IDLE) {
      return IDLE.size();
    }
  }
}
