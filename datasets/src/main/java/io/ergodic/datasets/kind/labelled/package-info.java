/** Labelled series: whole series, each of a class, of equal length or not. */
package io.ergodic.datasets.kind.labelled;
