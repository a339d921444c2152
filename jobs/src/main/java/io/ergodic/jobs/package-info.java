/**
 * The only module that knows Spark: data jobs, suites of trials side by side, MLlib baselines, the
 * result store and the command line.
 */
package io.ergodic.jobs;
