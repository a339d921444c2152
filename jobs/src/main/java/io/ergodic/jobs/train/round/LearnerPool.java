package io.ergodic.jobs.train.round;

import io.ergodic.jobs.train.Assignment;
import io.ergodic.jobs.train.TrainableSource.Made;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Idle learners of this process, kept from round to round. A learner is fully described by its
 * parameters and optimiser state, which every task writes first, so any of the same data and device
 * serves any worker, and there are never more than tasks that ran here at once. Only one run's
 * learners are kept: those of a run before are closed when the next one asks.
 *
 * <p>Learners that keep training data of their own stay while these have room in the run's budget
 * of memory; those idle for longest go first, and their data to the local disk.
 */
final class LearnerPool {
  // Oldest first.
  private static final List<Entry> IDLE = new ArrayList<>();
  private static String owner = "";

  private LearnerPool() {}

  private record Entry(Assignment assignment, Made made) {
    void close() {
      made.stepped().learner().close();
    }
  }

  /** An idle learner of the run, or a new one. The caller gives it back or closes it. */
  static Made take(RunContext run, Assignment assignment) throws IOException {
    List<Entry> superseded = List.of();
    Made idle = null;
    synchronized (IDLE) {
      if (!owner.equals(run.id())) {
        superseded = clear();
        owner = run.id();
      }
      for (int k = IDLE.size() - 1; k >= 0 && idle == null; k--) {
        if (IDLE.get(k).assignment().equals(assignment)) {
          idle = IDLE.remove(k).made();
        }
      }
    }
    superseded.forEach(Entry::close);
    return idle != null ? idle : run.source().create(run.configuration().value(), assignment);
  }

  /** Keeps a learner for the run's next task here, unless another run has come. */
  static void giveBack(RunContext run, Assignment assignment, Made made) throws IOException {
    List<Entry> leaving = new ArrayList<>();
    synchronized (IDLE) {
      Entry entry = new Entry(assignment, made);
      if (!owner.equals(run.id())) {
        leaving.add(entry);
      } else {
        IDLE.add(entry);
        long bytes = IDLE.stream().mapToLong(idle -> idle.made().bytes()).sum();
        for (int k = 0; k < IDLE.size() && bytes > run.cacheBytes(); ) {
          // Learners on shared data would make no room.
          if (IDLE.get(k).made().bytes() == 0) {
            k++;
            continue;
          }
          bytes -= IDLE.get(k).made().bytes();
          leaving.add(IDLE.remove(k));
        }
      }
    }
    for (Entry entry : leaving) {
      entry.made().spill().run();
      entry.close();
    }
  }

  /** Closes what is idle of a run that has ended. */
  static void close(String run) {
    List<Entry> idle = List.of();
    synchronized (IDLE) {
      if (owner.equals(run)) {
        idle = clear();
        owner = "";
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
  static int idle() {
    synchronized (IDLE) {
      return IDLE.size();
    }
  }
}
