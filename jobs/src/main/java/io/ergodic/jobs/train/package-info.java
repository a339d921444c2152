/**
 * Parameter averaging (local SGD): each worker takes some steps on its own batches, then the
 * workers average their parameters. The result depends only on the settings and the seed, not on
 * the cluster, its failures and restarts.
 */
package io.ergodic.jobs.train;
