package io.ergodic.jobs.transport;

/**
 * A remote task and the executor that should run it.
 *
 * @param executor id of the executor that holds the task's data; null when any executor will do.
 *     Another executor runs the task when this one is lost, or after {@code spark.locality.wait}.
 */
public record PlacedTask<R>(RemoteTask<R> task, String executor) {}
