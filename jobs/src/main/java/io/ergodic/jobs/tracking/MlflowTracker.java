package io.ergodic.jobs.tracking;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.suite.TrackingSpec;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.train.RoundRecord;
import io.ergodic.jobs.trial.Progress;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Tells an MLflow server of every trial: one run each, with the rounds of averaged trainings as
 * they end. A thread of its own does the talking, so that no trial waits for the server, and
 * gathers what comes in meanwhile. At the first failure it says so once and stops; trials go on.
 */
public final class MlflowTracker implements Progress {
  private static final int ROUNDS_AT_ONCE = 100;
  private static final long PATIENCE_SECONDS = 30;

  private final TrackingSpec spec;
  private final List<TrialSpec> trials;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::tell, "mlflow");
  private volatile boolean given;

  private sealed interface Event {
    record Round(String trial, RoundRecord round) implements Event {}

    record Finished(TrialRecord record) implements Event {}

    record End() implements Event {}
  }

  /**
   * Starts at once, so that a server that is not there is known before the first trial ends.
   *
   * @param trials that may be told of
   * @param environment where name and password of the server are found, if it asks for them
   * @param out where a failure is said
   */
  public MlflowTracker(
      TrackingSpec spec, List<TrialSpec> trials, Map<String, String> environment, PrintStream out) {
    this.spec = spec;
    this.out = out;
    this.trials = List.copyOf(trials);
    this.environment = environment;
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void running(int trials) {}

  @Override
  public void round(TrialSpec trial, RoundRecord round) {
    tell(new Event.Round(trial.hash(), round));
  }

  /** Floors are no trials of a model. */
  @Override
  public void finished(TrialRecord record) {
    if (!record.floor()) {
      tell(new Event.Finished(record));
    }
  }

  private void tell(Event event) {
    if (!given) {
      events.add(event);
    }
  }

  private void tell() {
    try (MlflowRuns runs = new MlflowRuns(spec, trials, environment)) {
      runs.begin();
      for (Event event = events.take(); !(event instanceof Event.End); event = events.take()) {
        if (event instanceof Event.Round first) {
          runs.rounds(first.trial(), gather(first));
        } else if (event instanceof Event.Finished finished) {
          runs.finished(finished.record());
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | LinkageError failure) {
      giveUp(reason(failure));
    }
  }

  /** The innermost reason, which says more than that a request failed. */
  private static String reason(Throwable failure) {
    Throwable inner = failure;
    while (inner.getCause() != null && inner.getCause().getMessage() != null) {
      inner = inner.getCause();
    }
    return String.valueOf(inner.getMessage()).lines().findFirst().orElse(inner.toString());
  }

  /** This round and those of the same trial that came in after it. */
  private List<RoundRecord> gather(Event.Round first) {
    List<RoundRecord> rounds = new ArrayList<>(List.of(first.round()));
    while (rounds.size() < ROUNDS_AT_ONCE
        && events.peek() instanceof Event.Round next
        && next.trial().equals(first.trial())) {
      rounds.add(next.round());
      events.remove();
    }
    return rounds;
  }

  private void giveUp(String why) {
    given = true;
    events.clear();
    out.printf(
        Locale.ROOT,
        "warning: the MLflow server %s cannot be told of trials (%s); the suite goes on without"
            + " tracking%n",
        spec.uri(),
        why);
  }

  /** Waits a while for the server to take what is left. */
  @Override
  public void close() {
    events.add(new Event.End());
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive() && !given) {
      giveUp("no answer for " + PATIENCE_SECONDS + " s");
    }
  }
}
