/**
 * One round as one Spark job: the shared parameters out, local steps on each worker, their mean
 * back.
 */
package io.ergodic.jobs.train.round;
