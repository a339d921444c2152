package io.ergodic.jobs.train;

import io.ergodic.datasets.settings.Settings;

/**
 * How a model that is fitted in one pass is spread over executors: {@code spread { tasks = 8 }}. It
 * changes no bit of the result, and is no part of what a trial is.
 *
 * @param tasks that share the pass, at most
 */
public record SpreadSettings(int tasks) {
  /** Reads and checks all of a {@code spread} object. */
  public static SpreadSettings read(Settings settings) {
    SpreadSettings read = new SpreadSettings(settings.integer("tasks", 1, 100_000));
    settings.rejectUnknown();
    return read;
  }
}
