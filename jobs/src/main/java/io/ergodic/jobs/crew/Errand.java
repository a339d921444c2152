package io.ergodic.jobs.crew;

/**
 * Work and where it had better be done.
 *
 * @param executor that has what the work needs; null where all are equal. Others take it when that
 *     one is gone, or after Spark's wait for locality.
 */
public record Errand<R>(Work<R> work, String executor) {}
