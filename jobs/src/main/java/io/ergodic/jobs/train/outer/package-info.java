/** What is done with the mean of the workers' parameters: the optimiser between rounds. */
package io.ergodic.jobs.train.outer;
