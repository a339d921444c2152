/**
 * Bins of values, from which grids over a state space are made. What is counted in them, and how
 * two counts are compared, is said by those who count.
 */
package io.ergodic.datasets.grid;
