/**
 * Remote tasks: what the driver asks executors to run. How requests reach the executors is the
 * matter of the packages below.
 */
package io.ergodic.jobs.transport;
