/** Datasets in memory, as primitive arrays: what a trial trains on and is scored against. */
package io.ergodic.datasets.data;
