/**
 * Recomputes the invariants of the catalogue's systems as a Spark job, one task a system, and sets
 * them beside published values. How they are computed is the business of {@code
 * io.ergodic.datasets.invariant}.
 */
package io.ergodic.jobs.verify;
