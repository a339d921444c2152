package io.ergodic.jobs.train.round;

import io.ergodic.models.training.Trainable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Idle learners of this process, kept from round to round. A learner is fully described by its
 * parameters and optimiser state, which every task writes first, so any of them serves any worker,
 * and there are never more than tasks that ran here at once. Only one run's learners are kept:
 * those of a run before are closed when the next one asks.
 */
final class LearnerPool {
  private static final Deque<Trainable.Stepped> IDLE = new ArrayDeque<>();
  private static String owner = "";

  private LearnerPool() {}

  /** An idle learner of the run, or a new one. The caller gives it back or closes it. */
  static Trainable.Stepped take(RunContext run) throws IOException {
    List<Trainable.Stepped> superseded = List.of();
    Trainable.Stepped idle;
    synchronized (IDLE) {
      if (!owner.equals(run.id())) {
        superseded = new ArrayList<>(IDLE);
        IDLE.clear();
        owner = run.id();
      }
      idle = IDLE.pollLast();
    }
    superseded.forEach(old -> old.learner().close());
    return idle != null ? idle : run.source().create(run.configuration().value());
  }

  /** Keeps a learner for the run's next task here, unless another run has come. */
  static void giveBack(String run, Trainable.Stepped learner) {
    synchronized (IDLE) {
      if (owner.equals(run)) {
        IDLE.addLast(learner);
        return;
      }
    }
    learner.learner().close();
  }

  /** Closes what is idle of a run that has ended. */
  static void close(String run) {
    List<Trainable.Stepped> idle = List.of();
    synchronized (IDLE) {
      if (owner.equals(run)) {
        idle = new ArrayList<>(IDLE);
        IDLE.clear();
        owner = "";
      }
    }
    idle.forEach(old -> old.learner().close());
  }

  /** Number of idle learners in this process. */
  static int idle() {
    synchronized (IDLE) {
      return IDLE.size();
    }
  }
}
