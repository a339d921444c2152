/** The jobs transport: one Spark job per batch of remote tasks, by Spark's public API alone. */
package io.ergodic.jobs.transport.job;
