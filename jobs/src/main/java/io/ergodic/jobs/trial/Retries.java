package io.ergodic.jobs.trial;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.suite.SystemSpec;
import io.ergodic.jobs.suite.TrialSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trials that an error of the machine has kept from their end: each is tried again, by itself, when
 * all others have ended, so that neither the hunger for memory of a neighbour nor an executor that
 * went down with one counts against it. Trials of a system that errs on some data also when it runs
 * alone are not all tried again: one seed stands for the others.
 */
final class Retries {
  /** Attempts of a trial in all, the first beside others. */
  static final int ATTEMPTS = 3;

  private final TrialStore store;
  private final Progress progress;
  private final List<Postponed> postponed = new ArrayList<>();

  private record Postponed(TrialSpec spec, TrialRecord record) {}

  /** What has the same needs. */
  private record Kind(SystemSpec system, String dataHash) {
    static Kind of(TrialSpec spec) {
      return new Kind(spec.system(), spec.dataHash());
    }
  }

  /** One more attempt at a trial, with nothing beside it. */
  @FunctionalInterface
  interface Attempt {
    TrialRecord run(TrialSpec spec) throws IOException, InterruptedException;
  }

  Retries(TrialStore store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  /** Puts a trial off until the others are done. */
  void add(TrialSpec spec, TrialRecord record) {
    postponed.add(new Postponed(spec, record));
    progress.postponed(spec, record);
  }

  int size() {
    return postponed.size();
  }

  /**
   * Tries them again. What still has an error then is written as such: it is shown, never ranked,
   * and the next run takes it up.
   */
  void run(Attempt attempt) throws IOException, InterruptedException {
    Map<Kind, TrialSpec> hopeless = new HashMap<>();
    for (Postponed each : postponed) {
      TrialSpec other = hopeless.get(Kind.of(each.spec()));
      TrialRecord last = each.record();
      int attempts = 1;
      while (other == null && last.unfinished() && attempts < ATTEMPTS) {
        last = attempt.run(each.spec());
        attempts++;
      }
      if (last.unfinished()) {
        hopeless.putIfAbsent(Kind.of(each.spec()), each.spec());
        last = last.noting(said(attempts, other));
        store.write(last);
      }
      progress.finished(last);
    }
    postponed.clear();
  }

  private static String said(int attempts, TrialSpec other) {
    return other == null
        ? "tried " + attempts + " times, the last " + (attempts - 1) + " with nothing beside it"
        : "tried once: seed " + other.seed() + " met an error with nothing beside it as well";
  }
}
