/** After how many rows a series repeats itself, told from its values. */
package io.ergodic.datasets.season;
