/**
 * How good it is: metrics, protocols, statistics, and the tables, plots, reports and notebooks made
 * of them. Knows capabilities, not models; no Spark.
 */
package io.ergodic.evaluation;
