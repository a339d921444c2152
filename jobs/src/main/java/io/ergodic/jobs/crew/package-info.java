/**
 * Standing tasks: one Spark job whose tasks stay and take work from the driver, for what has to be
 * dealt out a thousand times and takes less long than a Spark job.
 */
package io.ergodic.jobs.crew;
