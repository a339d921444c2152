/**
 * What every other model has to beat: persistence, climatology, the seasonal naive forecast, ridge
 * regression and next-generation reservoir computing (NVAR), all without a training loop.
 */
package io.ergodic.models.baseline;
