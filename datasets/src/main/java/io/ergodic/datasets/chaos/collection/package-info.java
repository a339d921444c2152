/** Datasets of many systems of the catalogues at once. */
package io.ergodic.datasets.chaos.collection;
