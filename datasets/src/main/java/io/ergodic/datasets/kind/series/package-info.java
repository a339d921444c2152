/** Series sampled at equal steps, stored in blocks of consecutive rows. */
package io.ergodic.datasets.kind.series;
