/**
 * The way in which the driver runs remote tasks on executors and moves vectors between processes.
 * Implementations are in packages of their own, and other packages use them by these interfaces
 * only. This package uses no private class of Spark.
 */
package io.ergodic.jobs.transport;
