/**
 * Trials side by side: long ones in a Spark task each, tiny ones many to a task, longest first,
 * results written the moment they are there, nothing run twice.
 */
package io.ergodic.jobs.trial;
