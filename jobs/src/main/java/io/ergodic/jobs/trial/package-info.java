/**
 * Trials side by side: one Spark task each, longest first, results written the moment they are
 * there, nothing run twice.
 */
package io.ergodic.jobs.trial;
