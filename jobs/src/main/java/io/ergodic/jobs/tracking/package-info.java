/**
 * Tells a tracking server of trials while a suite runs. What it fails to do never fails a trial; a
 * run's own files stay the source of all results.
 */
package io.ergodic.jobs.tracking;
