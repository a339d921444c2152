/**
 * What every other model has to beat: persistence, climatology, the seasonal naive forecast and
 * ridge regression, all without a training loop.
 */
package io.ergodic.models.baseline;
