/** The state of a training at a round boundary, on any Hadoop file system. */
package io.ergodic.jobs.train.checkpoint;
