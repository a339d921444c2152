/**
 * Rules that turn a gradient into an update, over one flat parameter vector and one flat state
 * vector, and learning-rate schedules: once, for all engines that allow it.
 */
package io.ergodic.models.optimiser;
