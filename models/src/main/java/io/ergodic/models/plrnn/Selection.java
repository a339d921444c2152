package io.ergodic.models.plrnn;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.occupation.FreeRunScore;
import java.util.List;

/**
 * Which checkpoint is kept: the last, or the one whose free runs are nearest to the validation
 * series, or to the train series where there are none.
 *
 * @param every epochs between two looks; 0 keeps the last
 * @param from part of the training before the first look
 * @param runs from different starts
 * @param steps of a run
 * @param restarts trainings from other first weights at most, while no checkpoint's runs are free
 */
public record Selection(int every, double from, int runs, int steps, int restarts) {
  /** Reads {@code selection { every, from, runs, steps, restarts }}. */
  static Selection read(Settings settings) {
    settings.explain(
        "every", "epochs from one look at the free runs to the next; 0 keeps the last weights",
        "from", "part of the training before the first look",
        "runs", "free runs of a look",
        "steps", "of a run",
        "restarts", "trainings anew at most, while each checkpoint is caught in a point or a ring");
    Selection read =
        new Selection(
            settings.integer("every", 0, 0, 1_000_000),
            settings.number("from", 0.5, 0, 1),
            settings.integer("runs", 32, 1, 10_000),
            settings.integer("steps", 8000, 2, 100_000_000),
            settings.integer("restarts", 0, 0, 1000));
    settings.rejectUnknown();
    if (read.restarts > 0 && !read.active()) {
      throw settings.error("restarts", "needs checkpoints to choose from: set every");
    }
    return read;
  }

  boolean active() {
    return every > 0;
  }

  /** Trainings at most. */
  int trainings() {
    return 1 + restarts;
  }

  /** Whether to look after a step, counted from 0, of a training of {@code steps}. */
  boolean looks(long step, long steps, int stepsPerEpoch) {
    long done = step + 1;
    return active()
        && done >= from * steps
        && (done % ((long) every * stepsPerEpoch) == 0 || done == steps);
  }

  /**
   * @param context rows that a state is estimated from
   */
  FreeRunScore score(List<Series> series, int context, long seed) {
    return new FreeRunScore(series, context, runs, steps, seed);
  }
}
