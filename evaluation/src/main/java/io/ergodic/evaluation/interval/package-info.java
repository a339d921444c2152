/** Intervals around forecasts, from what forecasts were off by elsewhere. */
package io.ergodic.evaluation.interval;
