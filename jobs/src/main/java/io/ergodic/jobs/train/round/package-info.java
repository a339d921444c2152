/**
 * One round: what it begins with out to the workers, local steps on each, their mean back. Small
 * models travel with the work and are averaged on the driver; large ones stay on the executors, in
 * pieces that are averaged there.
 */
package io.ergodic.jobs.train.round;
