/**
 * Results that are kept: summaries of suites in versioned CSV files, and the tables made from them.
 */
package io.ergodic.evaluation.publication;
