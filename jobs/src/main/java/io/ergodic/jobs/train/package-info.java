/**
 * One model trained by many executors: each worker takes some steps on batches of its own, then the
 * parameters are averaged (local SGD). The result is a function of the settings and the seed alone,
 * whatever the cluster, its failures and its restarts.
 */
package io.ergodic.jobs.train;
