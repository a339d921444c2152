/**
 * What many trials say together: summaries with confidence intervals, ranks, and tests of whether
 * systems differ. A failed trial counts as the worst everywhere and is never dropped.
 */
package io.ergodic.evaluation.statistics;
